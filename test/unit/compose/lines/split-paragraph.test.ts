import { describe, expect, it } from 'vitest'
import { never } from '../../../../src/compose/lines/box.js'
import { splitParagraph } from '../../../../src/compose/lines/split-paragraph.js'
import type { Prohibition } from '../../../../src/issue/index.js'
import { em, paragraph } from './set-text.js'

const styles = [{ em, autospace: true, call: false, language: '', hyphens: false }]

function words(text: string): (string | undefined)[] {
  return splitParagraph(paragraph(text, 20), styles)
    .filter(({ kind }) => kind === 'western')
    .map((box) => box.text)
}

describe('an apostrophe', () => {
  it('is part of its word', () => {
    expect(words('译作Pasteur’s象限')).toEqual(['Pasteur’s'])
  })
  it('is none beside Chinese, and none at a word’s end', () => {
    expect(words('称‘AI’的')).toEqual(['AI'])
    expect(words('the students’ view')).toEqual(['the', 'students', 'view'])
  })
})

describe('a number', () => {
  const ends = (text: string): number[] =>
    splitParagraph(paragraph(text, 20), styles)
      .filter(({ breakAfter }) => breakAfter < 90)
      .map(({ to }) => to)

  it.each([
    '5~10',
    '5～10',
    '1/5',
    '3.14',
    '10%',
    '−5℃',
    '-5℃',
    '12:30',
    '2026-11-28',
    '1:2',
    '1,234,567',
    'v1.2.3',
  ])('%s is on one line', (number) => {
    expect(ends(`在${number}处`)).toEqual([1, number.length + 1, number.length + 2])
  })

  it('with thin spaces, and with its unit, too', () => {
    for (const number of ['1\u2009234\u2009567', '1\u202f234', '5 km', '5\u2009km'])
      expect(ends(`在${number}处`)).toEqual([1, number.length + 1, number.length + 2])
  })
})

describe('what stands raised or lowered', () => {
  const raised = { em, autospace: true, call: true, language: '', hyphens: false }
  const [plain = raised] = styles
  /** The text before `raised` at `at`, after which a line may end. */
  const endsAfter = (text: string, at: number): boolean => {
    const runs = [0, at, at + 1].map((from, index) => ({ from, style: index % 2 }))
    const boxes = splitParagraph({ ...paragraph(text, 20), runs }, [plain, raised])
    return (boxes.find(({ to }) => to === at + 1)?.breakAfter ?? never) < never
  }

  it('is one with the formula that goes on after it', () => {
    expect(endsAfter('在H2O中', 2)).toBe(false)
    expect(endsAfter('在CO2中', 3)).toBe(true)
  })

  it('ends a word when it is a note’s call', () => {
    expect(endsAfter('在AI①TeX中', 3)).toBe(true)
  })
})

describe('避头尾 (CLREQ 3.1.4)', () => {
  const allows = (text: string, prohibition: Prohibition): boolean =>
    (splitParagraph(paragraph(text, 20), styles, { prohibition })[0]?.breakAfter ?? never) < never
  const levels = ['basic', 'gb', 'strict'] as const

  it.each([
    '、',
    '，',
    '。',
    '．',
    '：',
    '；',
    '！',
    '？',
    '‼',
    '⁇',
    '⁈',
    '⁉',
    '”',
    '’',
    '）',
    '］',
    '｝',
    '】',
    '〗',
  ])('basic: %s never begins a line', (mark) => {
    for (const level of levels) expect(allows(`甲${mark}乙`, level)).toBe(false)
  })
  it.each(['〕', '》', '〉', '」', '』', '·', '‧', '・', '—', '–', '～', '~', '-', '/', '／'])(
    'basic: %s never begins a line',
    (mark) => {
      for (const level of levels) expect(allows(`甲${mark}乙`, level)).toBe(false)
    },
  )
  it.each(['“', '‘', '（', '［', '｛', '【', '〖', '〔', '《', '〈', '「', '『'])(
    'basic: %s never ends a line',
    (mark) => {
      for (const level of levels) expect(allows(`${mark}甲`, level)).toBe(false)
    },
  )
  it.each(['/', '／'])('gb: %s never ends a line', (mark) => {
    expect(levels.map((level) => allows(`${mark}甲`, level))).toEqual([true, false, false])
  })
  it.each(['——', '⸺', '……', '⋯⋯'])('strict: %s never begins a line', (mark) => {
    expect(levels.map((level) => allows(`甲${mark}乙`, level))).toEqual([true, true, false])
  })
  it('a sign before a number may begin a line', () => {
    expect(allows('甲-5度', 'strict')).toBe(true)
  })
})
