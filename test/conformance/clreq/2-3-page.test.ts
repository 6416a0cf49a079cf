import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PlacedCharacter } from '../../../bench/line-positions.js'
import { inkedLines, type InkedLine } from './inked-lines.js'
import { paintedPages, type PaintedPage } from './painted-page.js'
import { printArticle } from './set-issue.js'

/** CLREQ 2.3 and 2.4: page and columns of the journal theme, of whose figures `theme.yaml` speaks. Pt and em. */
const em = 10.5
const pitch = 16.5
const mm = 72 / 25.4
const filler = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜'

const long = Array.from(
  { length: 9 },
  (_, i) => `${filler.slice(i)}${filler.repeat(9)}${filler.slice(0, 20)}`,
)
const text = [
  ...long.slice(0, 2),
  '## 金生',
  ...long.slice(2, 4),
  '![蓝色的长方形](picture.svg)',
  ...long.slice(4, 6),
  '| 玉 | 出 |\n| --- | --- |\n| 昆 | 冈 |',
  `注${filler}[^1]\n\n[^1]: 注文剑号。`,
  ...long.slice(6),
]

let lines: InkedLine[] = []
let pages: PaintedPage[] = []
let boxes: number[][] = []
/** Indices of the article's pages. */
let own: number[] = []

beforeAll(async () => {
  await printArticle(text, '', async (file) => {
    lines = await inkedLines(file)
    pages = await paintedPages(file)
    const document = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise
    boxes = await Promise.all(pages.map(async (_, i) => (await document.getPage(i + 1)).view))
    await document.destroy()
  })
  lines = lines.filter((line) => [...line.text].every((one) => `${filler}注`.includes(one)))
  own = [...new Set(lines.map(({ page }) => page))].filter((page) => columnLines(page, 0).length > 5)
}, 120_000)

function columnLines(page: number, column: number): InkedLine[] {
  return lines.filter((line) => line.page === page && line.column === column)
}

/** Left edge of the type area and right edge of its last column, pt from the page's edges. */
function sides(page: number): readonly [number, number] {
  const [left = 0, , right = 0] = boxes[page] ?? []
  const xs = [0, 1].map((column) => {
    const line = columnLines(page, column).find(({ at }) => Math.abs(at[0] ?? 1) < 0.01)
    return line?.characters[0]?.x ?? NaN
  })
  return [(xs[0] ?? NaN) - left, right - (xs[1] ?? NaN) - 22 * em]
}

function find(page: PaintedPage | undefined, character: string): PlacedCharacter | undefined {
  return page?.characters.find(({ text: one }) => one === character)
}

describe('2.3.1 elements of the page', () => {
  it('2.3.1 the page is bound at the left: the type area’s inner margin is that of the theme', () => {
    expect(own.length).toBeGreaterThan(2)
    for (const page of own.slice(0, 2)) {
      const isRecto = page % 2 === 0
      const [left, right] = sides(page)
      expect((isRecto ? left : right) / mm).toBeCloseTo(19, 0)
    }
  })

  it('2.3.1 running heads stand above the type area, folios within the page and outside it', () => {
    for (const page of own.slice(0, 2)) {
      const [, bottom = 0, , top = 0] = boxes[page] ?? []
      const ys = columnLines(page, 1).map(({ y }) => y)
      const all = pages[page]?.characters ?? []
      expect(all.some(({ y }) => y > Math.max(...ys) + 2 * pitch && y < top)).toBe(true)
      expect(
        all.some(({ y, text: one }) => /\d/.test(one) && y < Math.min(...ys) - pitch && y > bottom),
      ).toBe(true)
    }
  })

  it('2.3.1 the trim is 210 × 285 mm', () => {
    for (const [left = 0, bottom = 0, right = 0, top = 0] of boxes) {
      expect((right - left) / mm).toBeCloseTo(210, 0)
      expect((top - bottom) / mm).toBeCloseTo(285, 0)
    }
  })
})

describe('2.3.2 elements of the type area', () => {
  it('2.3.2 two columns of 22 characters, two characters apart, 40 lines a column', () => {
    const [, second = -1] = own
    const [one, two] = [0, 1].map((column) => columnLines(second, column))
    const edge = (of: InkedLine[] | undefined): number =>
      Math.min(...(of ?? []).map(({ characters }) => characters[0]?.x ?? NaN))
    expect((edge(two) - edge(one)) / em).toBeCloseTo(24, 2)
    const heights = own.flatMap((page) =>
      [0, 1].map((column) => {
        const ys = columnLines(page, column).map(({ y }) => y)
        return Math.round((Math.max(...ys) - Math.min(...ys)) / pitch) + 1
      }),
    )
    expect(Math.max(...heights)).toBe(40)
  })
})

describe('2.3.3 from the type area to the page', () => {
  it('2.3.3 a heading takes whole lines and stands at a whole number of characters', () => {
    const heading = pages.flatMap(({ characters }, page) =>
      characters.filter(({ text: one, size }) => one === '金' && size > 11).map((one) => ({ one, page })),
    )[0]
    if (!heading) throw new Error('no heading')
    const ys = lines.filter(({ page }) => page === heading.page).map(({ y }) => y)
    for (const y of ys)
      expect(Math.abs(((ys[0] ?? 0) - y) / pitch - Math.round(((ys[0] ?? 0) - y) / pitch))).toBeLessThan(0.02)
    const first = lines.find(({ page, at }) => page === heading.page && Math.abs(at[0] ?? 1) < 0.01)
    const indent = ((heading.one.x - (first?.characters[0]?.x ?? NaN)) / em) % 24
    expect(Math.abs(indent - Math.round(indent))).toBeLessThan(0.02)
  })

  it('2.3.3 a picture is as wide as the column', () => {
    const pictures = pages.flatMap(({ paths }) =>
      paths.filter(({ top, bottom }) => top - bottom > 60 && top - bottom < 300),
    )
    expect(pictures.some(({ from, to }) => Math.abs(to - from - 22 * em) < 1)).toBe(true)
  })
})

describe('2.3.4 where the type area stands', () => {
  it('2.3.4 its head margin is that of the theme', () => {
    const [, second = -1] = own
    const top = boxes[second]?.[3] ?? NaN
    const first = Math.max(...columnLines(second, 0).map(({ y }) => y))
    const lineTop = first + 0.88 * em + (pitch - em) / 2
    expect(Math.abs((top - lineTop) / mm - 24.5)).toBeLessThan(1)
  })
})

describe('2.3.5 considerations', () => {
  it('2.3.5.1 the type area has nearly the shape of the page', () => {
    const [, page = -1] = own
    const [left = 0, bottom = 0, right = 0, top = 0] = boxes[page] ?? []
    const ys = [0, 1].flatMap((column) => columnLines(page, column).map(({ y }) => y))
    const [outer, inner] = sides(page)
    const width = right - left - outer - inner
    const height = Math.max(...ys) - Math.min(...ys) + pitch
    expect(Math.abs(width / height - (right - left) / (top - bottom))).toBeLessThan(0.03)
  })

  it('2.3.5.2 the text is 五号, and nothing of it is smaller than 六号', () => {
    const sizes = pages.flatMap(({ characters }) =>
      characters.filter(({ text: one }) => /\p{Script=Han}/u.test(one)).map(({ size }) => size),
    )
    expect(sizes.filter((size) => Math.abs(size - em) < 0.05).length).toBeGreaterThan(0.9 * sizes.length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7.87)
  })

  it('2.3.5.3 a line is a whole number of characters, its ends flush', () => {
    const full = lines.filter(({ text: one }) => one.length === 22)
    expect(full.length).toBeGreaterThan(100)
    for (const { at } of full) {
      expect(at[0]).toBeCloseTo(0, 2)
      expect(at.at(-1)).toBeCloseTo(21, 2)
    }
  })

  it('2.3.5.4 lines are equally far apart, by half to all of the characters’ size', () => {
    const steps = own.flatMap((page) => {
      const ys = columnLines(page, 1).map(({ y }) => y)
      return ys.slice(1).map((y, i) => ((ys[i] ?? 0) - y) / pitch)
    })
    expect(steps.length).toBeGreaterThan(60)
    for (const step of steps) expect(Math.abs(step - Math.round(step))).toBeLessThan(0.02)
    expect(steps.filter((step) => step < 1.5).length).toBeGreaterThan(0.9 * steps.length)
    expect((Math.min(...steps) * pitch - em) / em).toBeGreaterThanOrEqual(0.5)
  })
})

describe('2.4 writing modes', () => {
  it('2.4.2 characters run to the right, lines down, columns to the right', () => {
    const printed = lines.map(({ text: one }) => one).join('')
    for (const paragraph of long.slice(0, 2)) expect(printed).toContain(paragraph.slice(0, -24))
    const order = long.map((paragraph) => printed.indexOf(paragraph.slice(0, 60)))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order[0]).toBe(0)
  })

  it('2.4.2 a table’s head row is on top, its first column at the left', () => {
    const page = pages.find((one) => find(one, '昆'))
    const [head, beside, below] = [...'玉出昆'].map((one) => find(page, one))
    expect(head?.y).toBeGreaterThan(below?.y ?? NaN)
    expect(head?.x).toBeLessThan(beside?.x ?? NaN)
  })

  it('2.4.2 the columns of the last page have the same number of lines, the last one fewer at most', () => {
    const last = own.at(-1) ?? -1
    const [first, second] = [0, 1].map((column) => columnLines(last, column).length) as [number, number]
    expect(first).toBeGreaterThan(2)
    expect(first - second).toBeGreaterThanOrEqual(0)
    expect(first - second).toBeLessThanOrEqual(1)
  })
})
