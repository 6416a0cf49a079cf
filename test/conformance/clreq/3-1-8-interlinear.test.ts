import { beforeAll, describe, expect, it } from 'vitest'
import type { PlacedCharacter } from '../../../bench/line-positions.js'
import { joined, paintedPages, type PaintedPage, type PaintedPath } from './painted-page.js'
import { printArticle } from './set-issue.js'

/** CLREQ 3.1.8: 专名号, 书名号甲式 and 着重号 between the lines. Pt; `em` is the body's, `pitch` is from line to line. */
const em = 10.5
const pitch = 16.5

const text = [
  ':name[王安石]:name[欧阳修]天地玄黄宇宙洪荒日月:name[盈昃辰宿列张寒来暑往]秋收冬藏闰余成岁律吕调阳。',
  '云腾致雨:book[资治通鉴]:book[史记]露结为霜。',
  '金生丽水*玉出昆冈剑号巨阙*珠称夜光。',
  // Two em of indent, twenty characters and a mark that takes the last of them to the next line.
  '中庸劳谦谨敕聆音察理:name[释纷利俗]*贻厥嘉*猷勉其）祗植省躬讥诫。',
  ':name[*宠增抗极*]殆辱近耻，:book[*林皋幸即*]两疏见机。',
]

let page: PaintedPage

beforeAll(async () => {
  const pages = await printArticle(text, '', paintedPages)
  const found = pages.find(({ characters }) => characters.some(({ text: one }) => one === '昃'))
  if (!found) throw new Error('the text is on no page')
  page = found
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

/** The emphasis dot of a character. */
function dotOf(character: PlacedCharacter): PlacedCharacter {
  const dots = page.characters
    .filter(({ text: one, y }) => one === '•' && y < character.y && y > character.y - pitch / 2)
    .toSorted((a, b) => Math.abs(middle(a) - middle(character)) - Math.abs(middle(b) - middle(character)))
  if (!dots[0]) throw new Error(`no dot below ${character.text}`)
  return dots[0]
}

function pathsBelow(character: PlacedCharacter, stroked: boolean): PaintedPath[] {
  const near = page.paths.filter(
    (path) => path.stroked === stroked && path.top < character.y && path.top > character.y - pitch / 2,
  )
  return joined(near).filter(({ from, to }) => from < middle(character) && to > middle(character))
}

describe('3.1.8 marks between lines', () => {
  it('3.1.8 the line gap stays as it is, whatever stands between the lines', () => {
    const heights = page.characters.filter(({ size }) => Math.abs(size - em) < 0.1).map(({ y }) => y)
    for (const y of heights) {
      const distance = (Math.max(...heights) - y) / pitch
      expect(Math.abs(distance - Math.round(distance))).toBeLessThan(0.01)
    }
  })

  it('3.1.8 each proper noun has a line of its own, as long as itself', () => {
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

  it('3.1.8 a name that goes over a line’s end has a line on both', () => {
    const name = [...'盈昃辰宿列张寒来暑往'].map(at)
    expect(new Set(name.map(({ y }) => y)).size).toBe(2)
    for (const one of name) expect(pathsBelow(one, false)).toHaveLength(1)
  })

  it('3.1.8 a book title has a wavy line, apart from its neighbour’s, of paths and not of pixels', () => {
    const [first] = pathsBelow(at('治'), true)
    const [second] = pathsBelow(at('记'), true)
    expect(first?.from).toBeLessThan(at('资').x + 0.2 * em)
    expect(first?.to).toBeGreaterThan(at('鉴').x + 0.8 * em)
    expect((second?.to ?? 0) - (second?.from ?? 0)).toBeGreaterThan(1.8 * em)
    expect(page.images).toBe(0)
  })

  it('3.1.8 an emphasis dot stands below the middle of its character', () => {
    expect(page.characters.filter(({ text: one }) => one === '•')).toHaveLength(8 + 3 + 8)
    for (const character of [...'玉出昆冈剑号巨阙'].map(at))
      expect(Math.abs(middle(dotOf(character)) - middle(character))).toBeLessThan(0.1 * em)
  })

  it('3.1.8 all of them stand below their characters, within the line gap', () => {
    for (const one of '王昃') {
      const [path] = pathsBelow(at(one), false)
      expect(at(one).y - (path?.bottom ?? 0)).toBeLessThan(0.12 * em + (pitch - em))
    }
    expect(at('玉').y - dotOf(at('玉')).y).toBeLessThan(0.12 * em + (pitch - em))
  })

  it('3.1.8 the line gap is half of the characters’ size at least', () => {
    expect((at('天').y - at('秋').y - em) / em).toBeGreaterThanOrEqual(0.5)
  })

  it('3.1.8 where characters part, a line spans the gaps and dots keep the middle', () => {
    expect(at('纷').x - at('释').x).toBeGreaterThan(1.03 * em)
    const found = pathsBelow(at('纷'), false)
    expect(found).toHaveLength(1)
    expect(found[0]?.from).toBeCloseTo(at('释').x, 0)
    expect(found[0]?.to).toBeGreaterThan(at('俗').x + 0.8 * em)
    for (const one of [...'贻厥嘉'].map(at))
      expect(Math.abs(middle(dotOf(one)) - middle(one))).toBeLessThan(0.1 * em)
  })

  it.each([
    ['宠', false],
    ['林', true],
  ])('3.1.8 the line is nearer to %s than the dot', (character, stroked) => {
    const [path] = pathsBelow(at(character), stroked)
    const dot = dotOf(at(character))
    // The dot's ink is the half of its square that lies between a quarter above its base and as much below its top.
    expect(dot.y + 0.51 * dot.size).toBeLessThan(path?.bottom ?? 0)
  })
})
