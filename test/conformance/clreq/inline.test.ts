import { beforeAll, describe, expect, it } from 'vitest'
import type { PlacedCharacter } from '../../../bench/line-positions.js'
import { joined, paintedPages, type PaintedPage, type PaintedPath } from './painted-page.js'
import { printArticle } from './set-issue.js'

/**
 * W3C, CLREQ (Editor's Draft of 2024), what is said about marks between lines, annotations and Western text within the
 * line. Positions are those in the PDF; `em` is the body's, 10.5 pt, `pitch` its 16.5 pt.
 */
const em = 10.5
const pitch = 16.5

const text = [
  ':name[王安石]:name[欧阳修]天地玄黄宇宙洪荒日月:name[盈昃辰宿列张寒来暑往]秋收冬藏闰余成岁律吕调阳。',
  '云腾致雨:book[资治通鉴]:book[史记]露结为霜。',
  '金生丽水*玉出昆冈剑号巨阙*珠称夜光。',
  '果珍李柰菜重{芥|jiè}姜海咸河淡{鳞|shuāng}潜羽翔龙师火帝{鸟官|niǎo guān}人皇。',
  '始制文字乃服{床装|chuáng zhuāng}衣裳推位{让|于礼也}国有虞陶唐。',
  '吊民伐罪周发{殷|一二三四五}汤坐朝问道，{垂拱|chuí}平章。',
  '爱育黎首 Pasteur’s 臣伏戎羌“遐迩”壹体率宾归王。',
  '鸣凤在竹白驹食场<sup>2</sup>化被草木赖及万方 H<sub>2</sub>O 盖此身发四大五常恭惟鞠养岂敢毁伤$\\frac{a}{b}$女慕贞洁男效才良。',
  '知过必改得能莫忘:gezhu[罔谈彼短靡恃己长]信使可复器欲难量。',
]

let page: PaintedPage
let lines: PlacedCharacter[][]

beforeAll(async () => {
  const pages = await printArticle(text, '', paintedPages)
  const found = pages.find(({ characters }) => characters.some(({ text: one }) => one === '昃'))
  if (!found) throw new Error('the text is on no page')
  page = found
  const rows = new Map<number, PlacedCharacter[]>()
  for (const one of found.characters) {
    if (Math.abs(one.size - em) > 0.1) continue
    const key = Math.round(one.y * 2)
    rows.set(key, [...(rows.get(key) ?? []), one])
  }
  lines = [...rows.values()]
}, 120_000)

function at(character: string): PlacedCharacter {
  const found = page.characters.find(({ text: one }) => one === character)
  if (!found) throw new Error(`${character} is not on the page`)
  return found
}

/** Middle of an ideograph. */
function middle({ x, size }: PlacedCharacter): number {
  return x + size / 2
}

function pathsBelow(character: PlacedCharacter, stroked: boolean): PaintedPath[] {
  const near = page.paths.filter(
    (path) => path.stroked === stroked && path.top < character.y && path.top > character.y - pitch / 2,
  )
  return joined(near).filter(({ from, to }) => from < middle(character) && to > middle(character))
}

describe('3.1.8 marks between lines', () => {
  it('the line gap stays as it is, whatever stands between the lines', () => {
    const first = Math.max(...lines.map(([one]) => one?.y ?? 0))
    for (const [one] of lines) {
      const distance = (first - (one?.y ?? 0)) / pitch
      expect(Math.abs(distance - Math.round(distance))).toBeLessThan(0.01)
    }
  })

  it('each proper noun has a line of its own, as long as itself', () => {
    const [first] = pathsBelow(at('安'), false)
    const [second] = pathsBelow(at('阳'), false)
    expect(first?.from).toBeCloseTo(at('王').x, 0)
    expect(second?.to).toBeCloseTo(at('修').x + em, 0)
    const gap = (second?.from ?? 0) - (first?.to ?? 0)
    expect(gap).toBeGreaterThan(0.08 * em)
    expect(gap).toBeLessThan(0.25 * em)
    // The names themselves are set solid.
    expect(at('欧').x - at('石').x).toBeCloseTo(em, 1)
  })

  it('a name that goes over a line’s end has a line on both', () => {
    const name = [...'盈昃辰宿列张寒来暑往'].map(at)
    expect(new Set(name.map(({ y }) => y)).size).toBe(2)
    for (const one of name) expect(pathsBelow(one, false)).toHaveLength(1)
  })

  it('a book title has a wavy line, apart from its neighbour’s, of paths and not of pixels', () => {
    const [first] = pathsBelow(at('治'), true)
    const [second] = pathsBelow(at('记'), true)
    expect(first?.from).toBeLessThan(at('资').x + 0.2 * em)
    expect(first?.to).toBeGreaterThan(at('鉴').x + 0.8 * em)
    expect((second?.to ?? 0) - (second?.from ?? 0)).toBeGreaterThan(1.8 * em)
    expect(page.images).toBe(0)
  })

  it('an emphasis dot stands below the middle of its character', () => {
    const dots = page.characters.filter(({ text: one }) => one === '•')
    expect(dots).toHaveLength(8)
    for (const character of [...'玉出昆冈剑号巨阙'].map(at)) {
      const below = dots.filter(({ y }) => y < character.y && y > character.y - pitch / 2)
      expect(Math.min(...below.map((dot) => Math.abs(middle(dot) - middle(character))))).toBeLessThan(
        0.1 * em,
      )
    }
  })
})

describe('3.2 Western text in Chinese', () => {
  it('3.2.1 quotation marks are Chinese in Chinese, an apostrophe is proportional', () => {
    const apostrophe = page.characters.findIndex(({ text: one }) => one === '’')
    const next = page.characters[apostrophe + 1]
    expect((next?.x ?? 0) - (page.characters[apostrophe]?.x ?? 0)).toBeLessThan(0.4 * em)
    expect(at('遐').x - at('羌').x).toBeCloseTo(2 * em, 0)
  })

  it('3.2.2 Western letters have the body’s size and its baseline', () => {
    const letters = page.characters.filter(({ text: one }) => /^[Pasteurs]$/.test(one) && one !== 's')
    const line = letters.filter(({ y }) => Math.abs(y - at('爱').y) < 0.01)
    expect(line.length).toBeGreaterThanOrEqual(6)
    for (const { size } of line) expect(size).toBeCloseTo(em, 1)
  })

  it('what stands raised or lowered is smaller and moves no line', () => {
    const raised = page.characters.filter(({ text: one, size }) => one === '2' && size < 0.7 * em)
    expect(raised).toHaveLength(2)
    expect(raised[0]?.y).toBeGreaterThan(at('场').y + 0.2 * em)
    expect(raised[1]?.y).toBeLessThan(at('盖').y)
  })
})

it('割注 are two rows of half size within the height of the line', () => {
  const first = [...'罔谈彼短'].map(at)
  const second = [...'靡恃己长'].map(at)
  for (const [i, one] of first.entries()) {
    expect(one.size).toBeCloseTo(em / 2, 1)
    expect(one.x).toBeCloseTo(second[i]?.x ?? 0, 1)
    expect(one.y - (second[i]?.y ?? 0)).toBeCloseTo(em / 2, 1)
  }
  const base = at('忘')
  expect(first[0]?.x).toBeCloseTo(base.x + em, 1)
  expect(at('信').x).toBeCloseTo(base.x + 3 * em, 0)
  expect((first[0]?.y ?? 0) + 0.88 * (em / 2)).toBeLessThan(base.y + 0.9 * em)
  expect((second[0]?.y ?? 0) - 0.12 * (em / 2)).toBeGreaterThan(base.y - 0.15 * em)
})
