import { beforeAll, describe, expect, it } from 'vitest'
import { inkedCharacters, type InkedCharacter } from './inked.js'
import { linesOfPages, type InkedLine } from './inked-lines.js'
import { printArticle } from './set-issue.js'

/** CLREQ 2.1 and 2.2: ideographs, how they are arranged, and the faces of the journal theme. Lengths in em. */
const filler = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜'

const text = [
  `${filler}${filler}`,
  // Two em of indent, twenty characters and a mark that takes the last of them to the next line.
  `金${filler.slice(1, 20)}）${filler.slice(20)}`,
  `生**丽**${filler.slice(0, 8)}，${filler.slice(8, 20)}。${filler.slice(20)}`,
  '## 剑号',
  '> 巨阙珠称夜光。',
]

let characters: InkedCharacter[] = []
let lines: InkedLine[] = []

beforeAll(async () => {
  const pages = await printArticle(text, '', inkedCharacters)
  characters = pages.flat()
  lines = linesOfPages(pages)
}, 120_000)

function lineFrom(start: string): InkedLine {
  const found = lines.find((line) => line.text.startsWith(start))
  if (!found) throw new Error(`no line begins with ${start}`)
  return found
}

function gapsOf({ at }: InkedLine): number[] {
  return at.slice(1).map((x, i) => x - (at[i] ?? NaN) - 1)
}

function faceOf(text: string): string | undefined {
  return characters.find((one) => one.text === text)?.face
}

describe('2.1.2 ideographs', () => {
  it('2.1.2 stand in the middle of equal squares, with a little space around them', () => {
    const inks = lineFrom('天').characters.map(({ ink }) => ink)
    const mean = (of: (ink: InkedCharacter['ink']) => number): number =>
      inks.reduce((sum, ink) => sum + of(ink), 0) / inks.length
    for (const { left, right, bottom, top } of inks) {
      expect(Math.min(left, 1 - right, bottom + 0.12, 0.88 - top)).toBeGreaterThan(0)
    }
    expect(Math.abs(mean(({ left, right }) => (left + right) / 2) - 0.5)).toBeLessThan(0.03)
    expect(Math.abs(mean(({ bottom, top }) => (bottom + top) / 2) - 0.38)).toBeLessThan(0.03)
  })
})

describe('2.1.3 principles for arranging characters', () => {
  it('2.1.3 ideographs are set solid, on a grid of whole characters', () => {
    for (const x of lineFrom('天').at) expect(Math.abs(x - Math.round(x))).toBeLessThan(0.002)
  })

  it('2.1.3.2 what a line lacks is spread evenly over it, and its ends are flush', () => {
    const line = lineFrom('金')
    const gaps = gapsOf(line)
    expect(gaps[0]).toBeGreaterThan(0.03)
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.002)
    expect(line.at[0]).toBeCloseTo(2, 2)
    expect(line.at.at(-1)).toBeCloseTo(21, 1)
  })

  it('2.1.3.3 ideographs of the text never come closer than their squares', () => {
    for (const line of lines)
      for (const [i, gap] of gapsOf(line).entries())
        if (/\p{Script=Han}{2}/u.test(line.text.slice(i, i + 2))) expect(gap).toBeGreaterThan(-0.002)
  })
})

describe('2.2 faces', () => {
  it('2.2.2 the text is in Song, headings in a heavier weight of it', () => {
    expect(faceOf('玄')).toBe('NotoSerifSC-Regular')
    expect(faceOf('剑')).toMatch(/^NotoSerifSC-(?:Bold|Black)$/)
  })

  it('2.2.3 quotations are in Kai', () => {
    expect(faceOf('巨')).toMatch(/Kai/)
  })

  it('2.2.4 what is strong in the text is in Hei', () => {
    expect(faceOf('丽')).toMatch(/^NotoSansSC-/)
  })
})
