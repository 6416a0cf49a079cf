import { expect, test } from 'vitest'
import { em } from './article-page.js'
import { paintedPages, type PaintedPage } from './painted-page.js'
import { printArticle } from './set-issue.js'

/** W3C, CLREQ 3.4.4: 孤行, the last line of a paragraph at the head of a page or column, in text of six and seven lines. */
const filler =
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙'
const text = Array.from({ length: 30 }, (_, i) =>
  `${filler}${filler}${filler}`.slice(0, i % 4 === 0 ? 116 : 139),
)

/** Beginnings of the lines of each column, from top to bottom: em from its left edge. */
function columnsOf({ characters }: PaintedPage): number[][] {
  const body = characters.filter(({ size }) => Math.abs(size - em) < 0.1)
  const left = Math.min(...body.map(({ x }) => x))
  return [0, 1].map((column) => {
    const first = new Map<number, number>()
    for (const { x, y } of body) {
      const place = (x - left) / em - 24 * column
      if (place < -0.5 || place > 22.5) continue
      const row = Math.round(y)
      first.set(row, Math.min(first.get(row) ?? Infinity, place))
    }
    return [...first].toSorted(([a], [b]) => b - a).map(([, place]) => place)
  })
}

test('3.4.4 no page or column begins with a paragraph’s last line', async () => {
  const pages = await printArticle(text, '', paintedPages)
  const columns = pages.flatMap(columnsOf).filter((lines) => lines.length > 20)
  expect(columns.length).toBeGreaterThanOrEqual(4)
  let parted = 0
  for (const [first = 0, second = 0] of columns) {
    const goesOn = first < 1
    if (goesOn) parted++
    expect(goesOn && second > 1).toBe(false)
  }
  // Some begin within a paragraph.
  expect(parted).toBeGreaterThan(0)
}, 120_000)
