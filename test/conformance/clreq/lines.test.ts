import { beforeAll, describe, expect, it } from 'vitest'
import { printParagraphs, type PrintedLine } from './set-issue.js'

/**
 * W3C, Requirements for Chinese Text Layout (CLREQ), what of sections 2 and 3 is about horizontal lines. Positions are
 * those of the characters in the PDF, in em. Cases marked `todo` are not met.
 */
const filler = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜'

const cases = {
  solid: `${filler}${filler}`,
  lone: `${filler.slice(0, 20)}${filler.slice(0, 23)}`,
  mixed: `甲乙丙ABC丁戊己2022年庚辛（GDP）壬癸子丑寅卯辰巳午未申酉戌亥甲乙丙丁`,
  hyphen: `${filler.slice(0, 17)}organization${filler.slice(0, 30)}`,
  soft: `${filler.slice(0, 17)}Py\u00adthon${filler.slice(0, 30)}`,
  tight: `${filler.slice(0, 9)}，${filler.slice(9, 18)}——${filler.slice(0, 30)}`,
} as const

let lines: PrintedLine[] = []

beforeAll(async () => {
  lines = await printParagraphs(Object.values(cases))
}, 120_000)

/** The lines of one case: those from the one that begins with its first characters. */
function linesOf(name: keyof typeof cases): PrintedLine[] {
  const text = cases[name]
  let length = text.replaceAll(/\s/gu, '').length
  const first = lines.findIndex((_, i) => {
    const from = lines
      .slice(i, i + 8)
      .map((line) => line.text.replaceAll(/[①-⑳\s]/gu, ''))
      .join('')
    return from.startsWith(text.replaceAll(/\s/gu, ''))
  })
  expect(first).toBeGreaterThanOrEqual(0)
  return lines.slice(first).filter((line) => {
    const isOurs = length > 0
    length -= line.text.replaceAll(/[①-⑳\s]/gu, '').length
    return isOurs
  })
}

function advance({ text, at }: PrintedLine, mark: string): number {
  const i = text.indexOf(mark)
  return (at[i + 1] ?? NaN) - (at[i] ?? NaN)
}

describe('3.3 the line', () => {
  it('3.3.1 a paragraph begins with an indent of two characters', () => {
    const [first, second] = linesOf('solid')
    expect(first?.at[0]).toBeCloseTo(2, 2)
    expect(second?.at[0]).toBeCloseTo(0, 2)
  })
  it('3.5.2 space is taken before any is added: at last from between ideographs, within their side bearings', () => {
    const [first, second] = linesOf('tight')
    expect(first?.text).toBe(cases.tight.slice(0, 21))
    expect(first && advance(first, '，')).toBeCloseTo(0.5, 2)
    for (const character of [...filler.slice(0, 8), ...filler.slice(9, 17)]) {
      expect(first && advance(first, character)).toBeLessThan(0.985)
      expect(first && advance(first, character)).toBeGreaterThan(0.968)
    }
    expect(first?.at.at(-1)).toBeCloseTo(21, 1)
    expect(second?.at.slice(0, 4)).toEqual([0, 1, 2, 3].map((x) => expect.closeTo(x, 2)))
  })
  it('3.3.2 the last line has two characters at least', () => {
    expect(linesOf('lone').at(-1)?.text.length).toBeGreaterThanOrEqual(2)
  })
})

describe('3.2 Latin text in Chinese', () => {
  it('3.2.3 there is space between ideographs and Latin letters or digits', () => {
    const line = linesOf('mixed').find(({ text }) => text.includes('丙ABC'))
    expect(line && advance(line, '丙')).toBeGreaterThan(1.12)
  })
  it('3.2.3 there is none beside marks', () => {
    const line = linesOf('mixed').find(({ text }) => text.includes('辛（GDP'))
    expect(line && advance(line, '（')).toBeLessThan(1.01)
  })
  it('3.2.2 words are hyphenated by language, where ideographs would part', () => {
    const texts = lines.map(({ text }) => text).join('|')
    expect(texts).toMatch(/or-\|ganization|orga-\|nization|organi-\|zation|organiza-\|tion/)
  })
  it('3.2.2 a soft hyphen shows at a line’s end and nowhere else', () => {
    const found = lines.filter(({ text }) => text.includes('Py'))
    expect(found.map(({ text }) => text.slice(text.indexOf('Py')).replace('\u00ad', ''))).toEqual(['Py-'])
  })
  it('3.2.4 a number and its unit share a line', () => {
    expect(linesOf('mixed').some(({ text }) => text.includes('2022年'))).toBe(true)
  })
})
