import { afterAll, expect, test } from 'vitest'
import { locateIds } from '../../../src/makeup/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { article, call, note, notes, paragraph, stressStyle } from '../../fixtures/galley/stress-document.js'
import { compose, make, measure, open } from './set-pages.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

const long = (id: string, paragraphs: number): string =>
  article(
    id,
    Array.from({ length: paragraphs }, (_, at) => paragraph(260, at, call(id, String(at)))).join(''),
    notes(Array.from({ length: paragraphs }, (_, at) => note(id, String(at), 30)).join('')),
  )
const document = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body>${long('first', 14)}${long('second', 7)}${long('third', 3)}</body></html>`

const lines = `[...document.querySelectorAll('.sheet')].map((sheet) =>
  [...sheet.querySelectorAll('.jump-line')].map((line) => line.textContent + ' ' + line.getAttribute('aria-hidden')))`

test.each(['column', 'page'] as const)(
  'the rest of an article stands behind another, notes at the foot of the %s',
  async (notesAt) => {
    const page = await open(session, document, stressStyle)
    const galleys = await measure(page, ['first', 'second', 'third'], notesAt)
    const plan = compose(galleys, notesAt, 'page', { pages: 1, after: 1 })
    const rest = plan.sheets.findIndex(({ parts }) =>
      parts.some((part) => part.article === 0 && part.page === 1),
    )
    expect(rest).toBeGreaterThan(1)
    const located = await locateIds(page, { galleys, plan })
    const report = await make(page, galleys, plan, 'page')
    expect(report.problems).toEqual([])
    expect(report).toMatchObject({ notes: 24, notesAway: 0 })
    expect(report.sheetOf).toEqual(located)
    const shown = (await page.evaluate(lines)) as string[][]
    expect(shown[0]).toEqual([`（下转第${rest + 1}页） true`])
    expect(shown[rest]).toEqual(['（上接第1页） true'])
    expect(shown.flat()).toHaveLength(2)
    await page.close()
  },
)
