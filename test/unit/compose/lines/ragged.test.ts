import { describe, expect, it } from 'vitest'
import type { LineParagraph } from '../../../../src/issue/index.js'
import { compose, halfAtEnd, paragraph } from './set-text.js'

function lines(text: string, characters: number, rest: Partial<LineParagraph> = {}): string[] {
  const plan = compose(paragraph(text, characters, rest), { ...halfAtEnd, hanging: 'needed' })
  const starts = plan ? [0, ...plan.breaks] : []
  return starts.map((start, i) => text.slice(start, starts[i + 1]))
}

describe('lines that are not justified', () => {
  it.each([
    ['创新型链', 3, ['创新', '型链']],
    ['从头再来看——一个故事', 6, ['从头再', '来看——', '一个故事']],
    ['甲乙丙丁戊己2022年', 8, ['甲乙丙丁戊己', '2022年']],
    ['甲乙丙丁，戊己庚', 5, ['甲乙丙丁，', '戊己庚']],
    ['甲乙丙丁“戊己”庚', 5, ['甲乙丙丁', '“戊己”庚']],
  ])('%s in cells of %d em', (text, width, expected) => {
    expect(lines(text, width, { align: 'ragged' })).toEqual(expected)
  })

  it('are of one length where they are balanced', () => {
    expect(lines('宇宙洪荒日月盈昃辰宿列张', 11, { align: 'balanced' }).map((line) => line.length)).toEqual([
      6, 6,
    ])
  })

  it('of headings end by sense: after marks, between words', () => {
    expect(lines('圆点之下：国际科技创新中心再观察', 12, { align: 'balanced' })).toEqual([
      '圆点之下：',
      '国际科技创新中心再观察',
    ])
    expect(lines('北京的基础研究与原始创新能力', 9, { align: 'balanced' })).toEqual([
      '北京的基础研究',
      '与原始创新能力',
    ])
  })

  it('neither stretch nor shrink nor hang, and are none when a word is too wide', () => {
    const plan = compose(paragraph('甲乙，丙丁：戊己，庚辛。壬癸', 6, { align: 'ragged' }), {
      ...halfAtEnd,
      hanging: 'all',
    })
    expect(plan?.lines.map(({ gap, hung }) => [gap, hung])).toEqual([
      [0, undefined],
      [0, undefined],
      [0, undefined],
    ])
    expect(compose(paragraph('甲indivisibleword乙', 4, { align: 'ragged' }))).toBeUndefined()
  })
})

describe('forced breaks', () => {
  const text = '甲乙丙丁戊己庚辛\u2028\n壬癸子丑寅卯辰巳午'

  it('end a line wherever it is, and the text goes on as a paragraph of its own', () => {
    expect(compose(paragraph(text, 7, { indent: 20 }))).toMatchObject({ breaks: [5, 10, 17], forced: [10] })
  })

  it('part runs and pieces', () => {
    const plan = compose(paragraph('甲\ufffc乙\u2028丙\ufffc丁戊', 3, { pieces: [10, 20] }))
    expect(plan?.breaks).toEqual([4, 6])
  })

  it('may have nothing between them, and make no line at the end', () => {
    expect(compose(paragraph('甲\u2028\u2028乙\u2028', 4))).toMatchObject({
      breaks: [2, 3],
      lines: [{}, {}, {}],
    })
  })

  it('leave the paragraph to the browser when one of its parts has no lines', () => {
    expect(compose(paragraph('甲乙\u2028甲indivisibleword乙', 4))).toBeUndefined()
  })
})
