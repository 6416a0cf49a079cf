import { beforeAll, describe, expect, it } from 'vitest'
import { inkedLines, widthBetween, type InkedLine } from './inked-lines.js'
import { printArticle } from './set-issue.js'

/** CLREQ 3.1.6 and 3.1.7: marks side by side, marks at the beginning and the end of lines, marks that hang. Lengths in em. */
const filler = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜'

/** Two marks, and on which sides of the bracket its blank half remains. */
const pairs = [
  ['，“', 1.5],
  ['：“', 1.5],
  ['”，', 1.5],
  ['。”', 1.5],
  ['？”', 1.5],
  ['》、', 1.5],
  ['”（', 1.5],
  ['》《', 1.5],
  ['“‘', 1.5],
  ['（《', 1.5],
  ['’”', 1.5],
  ['》）', 1.5],
] as const
const heads = [...'金生丽水玉出昆冈剑号巨阙']
const tails = [...'珠称夜光果珍李柰菜重芥姜']

const samples = {
  pairs: pairs.map(([marks], i) => `${heads[i] ?? ''}${marks}${tails[i] ?? ''}`),
  three: ['海，”（咸', '河。’”淡'],
  start: [`“鳞潜羽翔”龙师`, `${filler.slice(0, 19)}，“${filler.slice(20)}`],
  ends: [...'，。、；：！？”’）》】'].map(
    (mark, i) =>
      `${[...'火帝鸟官人皇始制文字乃服'][i] ?? ''}${filler.slice(1, 9)}，${filler.slice(9, 19)}${mark}${filler.slice(19, 30)}`,
  ),
  fixed: [
    `衣·裳${filler.slice(2, 8)}，${filler.slice(8, 12)}/${filler.slice(12, 18)}。${filler.slice(18, 30)}`,
  ],
  hung: [`推${filler.slice(1, 20)}，${filler.slice(20)}`],
  succession: [`位${filler.slice(1, 10)}，${filler.slice(10, 19)}”，${filler.slice(20)}`],
} as const

let lines: InkedLine[] = []

beforeAll(async () => {
  lines = await printArticle(Object.values(samples).flat(), '', inkedLines)
}, 120_000)

function lineFrom(start: string): InkedLine {
  const found = lines.find(({ text }) => text.startsWith(start))
  if (!found) throw new Error(`no line begins with ${start}`)
  return found
}

/** Where the ink of a line's character begins and ends, in em from the column's edge. */
function inkAt(line: InkedLine, index: number): { readonly from: number; readonly to: number } {
  const { ink } = line.characters[index] ?? {}
  const at = line.at[index] ?? NaN
  return { from: at + (ink?.left ?? NaN), to: at + (ink?.right ?? NaN) }
}

describe('3.1.6.1 adjustment space', () => {
  it('3.1.6.1 interpuncts and solidi are half in lines that are pressed too', () => {
    const line = lineFrom('衣·裳')
    expect(widthBetween([line], '衣', '裳')).toBeCloseTo(0.5, 1)
    const solidus = line.text.indexOf('/')
    expect((line.at[solidus + 1] ?? NaN) - (line.at[solidus - 1] ?? NaN) - 1).toBeCloseTo(0.5, 1)
    const comma = line.text.indexOf('，')
    expect((line.at[comma + 1] ?? NaN) - (line.at[comma] ?? NaN)).toBeLessThan(0.95)
  })
})

describe('3.1.6.2 marks side by side', () => {
  it.each(pairs.map(([marks, width], i) => [marks, width, i] as const))(
    '3.1.6.2 %s is %d em wide',
    (_marks, width, i) => {
      expect(widthBetween(lines, heads[i] ?? '', tails[i] ?? '')).toBeCloseTo(width, 2)
    },
  )

  it('3.1.6.2 three are two em wide', () => {
    expect(widthBetween(lines, '海', '咸')).toBeCloseTo(2, 2)
    expect(widthBetween(lines, '河', '淡')).toBeCloseTo(2, 2)
  })

  it.each([
    ['金，“', 2, 'after'],
    ['丽”，', 1, 'before'],
    ['昆”（', 1, 'before'],
    ['昆”（', 2, 'after'],
  ] as const)('3.1.6.2 the bracket of %s at %d stays beside what it encloses', (start, index, side) => {
    const line = lineFrom(start)
    const { from, to } = inkAt(line, index)
    const gap = side === 'after' ? (line.at[index + 1] ?? NaN) - to : from - (line.at[index - 1] ?? NaN) - 1
    expect(gap).toBeGreaterThan(0)
    expect(gap).toBeLessThan(0.2)
  })
})

describe('3.1.6.3 marks at the beginning and the end of lines', () => {
  it('3.1.6.3 at a paragraph’s beginning an opening mark has no blank before it', () => {
    const line = lineFrom('“鳞')
    expect(line.at[1]).toBeCloseTo(2.5, 2)
    expect(inkAt(line, 0).from).toBeGreaterThan(2)
  })

  it('3.1.6.3 nor at the beginning of another line', () => {
    const line = lineFrom(`“${filler.slice(20, 24)}`)
    expect(line.at[1]).toBeCloseTo(0.5, 2)
    expect(inkAt(line, 0).from).toBeGreaterThan(0)
  })

  it.each([...'，。、；：！？”’）》】'].map((mark, i) => [mark, [...'火帝鸟官人皇始制文字乃服'][i] ?? '']))(
    '3.1.6.3 %s is half at a line’s end (GB/T 15834—2011 §5.1.10)',
    (mark, head) => {
      const line = lineFrom(head)
      expect(line.text.endsWith(mark)).toBe(true)
      expect(line.at.at(-1)).toBeCloseTo(21.5, 1)
      expect(inkAt(line, line.text.length - 1).to).toBeLessThan(22)
    },
  )
})

describe('3.1.7 hanging marks at line end', () => {
  it('3.1.7 a pause may stand beyond the measure, where its line would be loose otherwise', () => {
    const line = lineFrom('推')
    expect(line.text).toHaveLength(21)
    expect(line.at.at(-2)).toBeCloseTo(21, 2)
    expect(line.at.at(-1)).toBeCloseTo(22, 1)
  })

  it('3.1.7 of marks side by side none hangs', () => {
    const line = lineFrom('位')
    expect(line.text).toMatch(/[^，]$/u)
    expect(line.at.at(-1)).toBeLessThan(21.6)
  })
})
