import { afterAll, expect, test } from 'vitest'
import { locateIds } from '../../../src/makeup/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { article, call, note, notes, paragraph, stressStyle } from '../../fixtures/galley/stress-document.js'
import { compose, make, measure, open } from './set-pages.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

const short = (id: string): string =>
  article(id, paragraph(60, 2) + paragraph(40, 3, call(id, 'x')), notes(note(id, 'x', 30)))
const page = [
  article('first', paragraph(80, 1, call('first', 'x')), notes(note('first', 'x', 40))),
  short('second'),
  article('third', Array.from({ length: 20 }, (_, index) => paragraph(100, index)).join('')),
].join('')
const document = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body>${page}</body></html>`
const ids = ['first', 'second', 'third']

const noteAreas = `[...document.querySelectorAll('.kb-note-frame')].map((area) => {
  const { top, bottom } = area.getBoundingClientRect()
  return { id: area.querySelector('.note').id, marks: area.querySelector('.note-number').textContent, top, bottom }
})`

test.each(['column', 'page'] as const)(
  'articles share a page, their notes at the foot of the %s',
  async (notesAt) => {
    const opened = await open(session, document, stressStyle)
    const galleys = await measure(opened, ids, notesAt)
    const plan = compose(galleys, notesAt, 'run-on')
    expect(plan.sheets[0]?.parts.map((part) => part.article)).toEqual([0, 1, 2])
    const located = await locateIds(opened, { galleys, plan })
    expect(ids.map((id) => located[id])).toEqual([0, 0, 0])
    const report = await make(opened, galleys, plan, 'page')
    expect(report.problems).toEqual([])
    expect(report).toMatchObject({ notes: 2, notesAway: 0 })
    expect(report.starts[0]).toEqual({ part: 'first' })
    expect(report.starts[1]).toMatchObject({ part: 'third' })
    const areas = (await opened.evaluate(noteAreas)) as {
      id: string
      marks: string
      top: number
      bottom: number
    }[]
    expect(areas.map(({ id, marks }) => [id, marks])).toEqual([
      ['first--note-x', '①'],
      ['second--note-x', '②'],
    ])
    if (notesAt === 'page') expect(areas[1]?.top).toBeCloseTo(areas[0]?.bottom ?? 0, 1)
    await opened.close()
  },
)
