import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Galley } from '../../../src/issue/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { article, stressStyle, text } from '../../fixtures/galley/stress-document.js'
import { measure, open, type OpenPage } from '../makeup/set-pages.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
let page: OpenPage
let galley: Galley | undefined

const row = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const table = (id: string, rows: readonly (readonly string[])[]): string =>
  `<table id="${id}"><tbody>${rows.map(row).join('')}</tbody></table>`

const short = ['栏目名称甲', '乙']
const body = [
  table('long-beside', [['栏目', text(60, 1)], ...short.map((one) => [one, '短'])]),
  table('crowded', [Array.from({ length: 8 }, () => '四字一格'), Array.from({ length: 8 }, () => '乙')]),
  table('no-room', [['五字一格的', '五字一格的', '五字一格的', text(40, 2)]]),
  table('spanning', [['栏目', text(60, 1)]]).replace('<td>栏', '<td rowspan="1">栏'),
  table(
    'tall',
    Array.from({ length: 20 }, (_, i) => [`第${i}行`, '文']),
  ),
].join('')

const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body>${article('one', body)}</body></html>`
const style = `${stressStyle} table { width: 100%; break-inside: avoid } td { padding: 0 0.5em }`

beforeAll(async () => {
  page = await open(session, html, style)
  ;[galley] = await measure(page, ['one'], 'column')
}, 60_000)
afterAll(() => session.close())

/** Lines that the first column of a table needs, by row. */
async function linesOf(id: string, on = page): Promise<number[]> {
  const found = await on.evaluate(`[...document.querySelector('#${id}').rows].map(({ cells: [cell] }) => {
    const range = document.createRange()
    range.selectNodeContents(cell)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  })`)
  return found as number[] // our own script's answer
}

test('short cells stay on one line beside long ones', async () => {
  expect(await linesOf('long-beside')).toEqual([1, 1, 1])
  const unmeasured = await open(session, html, `${style} .body { width: 308px }`)
  expect(await linesOf('long-beside', unmeasured)).toEqual([2, 5, 1])
  await unmeasured.close()
})

test.each(['crowded', 'no-room', 'spanning'])(
  'a table without room for it is the browser’s: %s',
  async (id) => {
    const kept = await page.evaluate(`document.querySelectorAll('#${id} .kb-short').length`)
    expect(kept).toBe(0)
  },
)

test('a table of few lines is kept whole where the style sheet wishes so, a long one is not', () => {
  const { slices = [], containers = [] } = galley ?? {}
  const breaks = (rows: number): string[] =>
    containers.flatMap(({ kind }, at) => {
      const own = slices.filter((slice) => slice.containers?.includes(at))
      return kind === 'table' && own.length === rows
        ? own.slice(1).map((slice) => slice.breakBefore ?? 'free')
        : []
    })
  expect(breaks(3)).toEqual(['forbidden', 'forbidden'])
  expect(new Set(breaks(20))).toEqual(new Set(['free']))
})
