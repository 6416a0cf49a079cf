import { beforeAll, describe, expect, it } from 'vitest'
import { inkedCharacters, type InkedCharacter } from './inked.js'
import { em, inkedLines, linesOfPages, type InkedLine } from './inked-lines.js'
import { printArticle } from './set-issue.js'

/**
 * CLREQ 3.1.4 and 3.1.5: what begins and ends lines in the journal theme, which forbids what `strict` does. Each mark stands where a line
 * without rules would be broken beside it: two em of indent and twenty characters fill the first line. All levels are in
 * `test/unit/compose/lines/split-paragraph.test.ts`.
 */
const filler = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜'

const neverFirst = [...'、，。．：；！？”’）》〉】〕］｝」』·—～–-／', '/', '？！', '‼']
const neverLast = [...'“‘（《〈【〔［｛「『', '／', '/']
const whole = ['——', '……']

/** A character of its own for each paragraph, by which its lines are found. */
const heads = [
  ...'金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国',
]

/** Paragraphs whose first line ends after `count` characters if nothing forbids it. */
function paragraphs(marks: readonly string[], count: number, from: number): string[] {
  return marks.map(
    (mark, i) => `${heads[from + i] ?? ''}${filler.slice(1, count)}${mark}${filler.slice(count)}`,
  )
}

const first = paragraphs(neverFirst, 20, 0)
const last = paragraphs(neverLast, 19, first.length)
const parts = paragraphs(whole, 19, first.length + last.length)
const squeezed = `有${filler.slice(1, 10)}，${filler.slice(10, 19)}）${filler.slice(19)}`
const pushed = `虞${filler.slice(1, 20)}）${filler.slice(20)}`
const noted = `陶${filler.slice(1, 20)}[^1]${filler.slice(20)}\n\n[^1]: 注文。`

let pages: InkedCharacter[][] = []
let lines: InkedLine[] = []

beforeAll(async () => {
  pages = await printArticle([...first, ...last, ...parts, squeezed, pushed, noted], '', inkedCharacters)
  lines = linesOfPages(pages)
}, 120_000)

/** The first line of a paragraph and the line after it. */
function opening(head: string): readonly [InkedLine, InkedLine] {
  const at = lines.findIndex(({ text }) => text.startsWith(head))
  const [one, two] = lines.slice(at, at + 2)
  if (at < 0 || !one || !two) throw new Error(`no two lines begin with ${head}`)
  return [one, two]
}

describe('3.1.4 prohibition rules for line start and line end', () => {
  it.each(neverFirst.map((mark, i) => [mark, heads[i] ?? '']))('3.1.4 %s begins no line', (mark, head) => {
    const [one, two] = opening(head)
    expect(one.text.length).toBeGreaterThan(17)
    expect(two.text.startsWith(mark.slice(0, 1))).toBe(false)
    expect(two.text).not.toMatch(/^[•⁉！？]/u)
  })

  it.each(neverLast.map((mark, i) => [mark, heads[first.length + i] ?? '']))(
    '3.1.4 %s ends no line',
    (mark, head) => {
      const [one] = opening(head)
      expect(one.text.length).toBeGreaterThan(17)
      expect(one.text.endsWith(mark)).toBe(false)
    },
  )

  it('3.1.4 a mark is pressed into its line where the marks of the line give room', () => {
    const [one] = opening('有')
    expect(one.text.endsWith('）')).toBe(true)
    expect(one.at.at(-1)).toBeCloseTo(21.5, 1)
    expect((one.at[11] ?? NaN) - (one.at[10] ?? NaN)).toBeCloseTo(0.5, 1)
  })

  it('3.1.4 else it takes the character before it to the next line, and the line is spread evenly', () => {
    const [one, two] = opening('虞')
    expect(two.text.indexOf('）')).toBeGreaterThan(0)
    const gaps = one.at.slice(1).map((x, i) => x - (one.at[i] ?? NaN))
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.01)
    expect(one.at.at(-1)).toBeCloseTo(21, 1)
  })
})

it('3.1.4 basic lets a line begin with a dash and end with a solidus', async () => {
  const basic = await printArticle(
    [`唐${filler.slice(1, 20)}——${filler.slice(20)}`, `吊${filler.slice(1, 19)}／${filler.slice(19)}`],
    '',
    inkedLines,
    (yaml) => yaml.replace('lines: { by', 'lines: { prohibition: basic, by'),
  )
  const texts = basic.map(({ text }) => text)
  expect(texts[texts.findIndex((one) => one.startsWith('唐')) + 1]).toMatch(/^——/)
  expect(texts.find((one) => one.startsWith('吊'))).toMatch(/／$/)
}, 120_000)

describe('3.1.5 prohibition rules for unbreakable marks', () => {
  it.each(whole.map((mark, i) => [mark, heads[first.length + last.length + i] ?? '']))(
    '3.1.5.1 %s stays on one line',
    (mark, head) => {
      const both = opening(head)
      expect(both.filter(({ text }) => text.includes(mark))).toHaveLength(1)
      expect(both[1].text.startsWith(mark)).toBe(false)
    },
  )

  it('3.1.5.3 a note’s mark stays with what it is called by', () => {
    const [one, two] = opening('陶')
    const call = pages[one.page]?.find(({ text, size }) => text === '①' && size < 8)
    const line = [one, two].find(({ y }) => call && call.y > y && call.y < y + em)
    const before = line?.characters.filter(({ x }) => call && x < call.x).at(-1)
    expect(before?.text).toBe(filler[19])
    expect((call?.x ?? NaN) - (before?.x ?? NaN)).toBeLessThan(1.2 * em)
  })
})
