import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MakeupReport } from '../../../src/makeup/index.js'
import { composeAndLockLines, type ComposedLines } from '../../../src/pipeline/compose-lines.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { article, stressStyle, text } from '../../fixtures/galley/stress-document.js'
import { halfAtEnd } from '../../unit/compose/lines/set-text.js'
import { compose, geometry, make, measure, open } from './set-pages.js'

/** Paragraphs with forced breaks, so many and of such lengths that columns end everywhere in them. */
const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

interface Row {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Ends before a forced break, or ends the paragraph. */
  readonly last: boolean
  readonly first: boolean
}

const paragraphs = Array.from(
  { length: 24 },
  (_, i) =>
    `<p>${text(70 + i, i)}<br>\n${text(5, i + 1)}<br>${text(200 + 3 * i, i + 2)}<br><br>${text(90, i + 3)}</p>`,
)
/** In three parts: a break stands before the second cut, and none before the first. */
const long = `<p>${text(55 * 22, 5)}<br>${text(60 * 22, 6)}</p>`
const body = [...paragraphs, long].join('')

let composed: ComposedLines
let report: MakeupReport
let rows: Row[] = []
let set = ''

beforeAll(async () => {
  const page = await open(session, document, `${stressStyle} p { text-indent: 2em; text-align: justify }`)
  const parts = [{ id: 'a', file: 'a.md', setting: 'columns' as const }]
  composed = await composeAndLockLines(
    page,
    { geometry, parts, notesAt: 'column', noteNumbers: 'article' },
    halfAtEnd,
  )
  const galleys = await measure(page, ['a'], 'column')
  const plan = compose(galleys, 'column')
  report = await make(page, galleys, plan, 'article')
  rows = JSON.parse(String(await page.evaluate(readRows))) as Row[]
  set = String(await page.evaluate(`document.body.textContent`))
  await page.close()
}, 120_000)

const document = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body>${article('a', body)}</body></html>`

const readRows = `JSON.stringify([...document.querySelectorAll('.sheet p')].flatMap((p) => {
  const box = p.getBoundingClientRect()
  const rows = []
  const range = document.createRange()
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === 'BR' && rows.length > 0) rows.at(-1).last = true
    for (let i = 0; i < (node instanceof Text ? node.length : 0); i++) {
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const [rect] = range.getClientRects()
      if (!rect || rect.width === 0) continue
      const top = (rect.top + rect.bottom) / 2
      if (rows.length === 0 || Math.abs(rows.at(-1).top - top) > 5)
        rows.push({ top, text: '', left: rect.left - box.left, right: 0, last: false, first: rows.length === 0 && !p.matches('.kb-cut-rest') })
      rows.at(-1).text += node.data[i]
      rows.at(-1).right = rect.right - box.left
    }
  }
  if (rows.length > 0 && !p.matches('.kb-cut-head')) rows.at(-1).last = true
  return rows
}))`

describe('paragraphs with forced breaks', () => {
  test('are composed, none is the browser’s', () => {
    expect(composed.paragraphs.filter(({ plan }) => plan).length).toBe(25)
  })

  test('are made up as planned, however they are cut', () => {
    expect(report.problems).toEqual([])
    expect(report.cuts).toBeGreaterThan(3)
    expect(report.gridDeviation).toBeLessThan(0.1)
    expect(set.replace(/\s/g, '').includes(text(200, 2))).toBe(true)
  })

  test('have lines that fill the measure, the ones before a cut as well', () => {
    for (const row of rows.filter(({ last }) => !last)) {
      expect(row.right, row.text).toBeGreaterThan(307.5 - (/[，。；]$/.test(row.text) ? 0 : 0.5))
      expect(row.right, row.text).toBeLessThan(308 + 7.5)
    }
  })

  test('have last lines as long as their text, of two characters at least', () => {
    for (const { text: of, left, right, last } of rows) {
      if (!last) continue
      expect([...of].length, of).toBeGreaterThan(1)
      expect(right - left, of).toBeLessThan([...of].length * 14 + 0.5)
    }
  })

  test('are indented at their beginning alone', () => {
    for (const { text: of, left, first } of rows)
      expect(Math.abs(left - (first ? 28 : 0)), of).toBeLessThan(0.5)
  })
})
