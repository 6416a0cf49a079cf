import { beforeAll, describe, expect, it } from 'vitest'
import { distance, expectOrder } from './line-distances.js'
import { printParagraphs, type PrintedLine } from './set-issue.js'

/**
 * W3C, CLREQ 3.5, line adjustment, with a quarter em between Han and Latin text. Columns of 22 characters; all
 * distances are in em.
 */
const filler = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜'
const pairs = [
  'ab cd',
  'il cd',
  'ab il',
  'mb cd',
  'am md',
  'ii ab',
  'am cd',
  'mm mb',
  'ib cd',
  'mi il',
  'mm im',
]
const name = 'ABCDEFGHIJKLMNOPQ'

// Somewhat longer than one line, and somewhat shorter than one before a name that has no room on it.
const tight = pairs.map((pair) => `紧${pair}甲）乙，丙。${filler.slice(0, 11)}`)
const short = [13, 14].flatMap((count) =>
  pairs.map((pair) => `松${pair}甲乙${filler.slice(0, count)}${name}${filler.slice(5, 30)}`),
)
const even = `均（甲）乙（丙）丁，戊，${filler.slice(0, 9)}`
const connected = `连${filler.slice(0, 4)}～甲–乙——丙/丁·戊……己庚辛${name}${filler.slice(5, 30)}`
const ends = `末甲，乙，${filler.slice(0, 15)}，${filler.slice(0, 5)}。${filler.slice(0, 14)}`
const word = '词abcd甲乙'
const pressed = `挤${filler.slice(0, 8)}，${filler.slice(8, 17)}——${filler.slice(0, 30)}`

let lines: PrintedLine[] = []

beforeAll(async () => {
  lines = await printParagraphs([...tight, ...short, even, connected, ends, word, pressed], '', (yaml) =>
    yaml.replace('autospace: 0.125', 'autospace: 0.25'),
  )
}, 120_000)

const beginningWith = (first: string): PrintedLine[] => lines.filter(({ text }) => text.startsWith(first))

describe('3.5.1 lines are as long as the measure', () => {
  it('3.5.1 all but the last of a paragraph end flush', () => {
    for (const { text, at } of lines.filter(
      (line, i) => (lines[i + 1]?.at[0] ?? 2) < 1 && line.text.length > 9,
    )) {
      const width = text.endsWith('，') ? 0.5 : 1
      expect((at.at(-1) ?? 0) + width).toBeCloseTo(22, 1)
    }
  })

  it('3.5.1 the last keeps its natural width', () => {
    const [first] = beginningWith('末')
    const last = lines[lines.findIndex((line) => line === first) + 1]
    for (const [i, x] of (last?.at ?? []).entries()) expect(x).toBeCloseTo(i, 2)
    expect(last?.text.length).toBeGreaterThan(10)
  })
})

describe('3.5.2 and 3.5.3 what is taken', () => {
  it('3.5.2 space is taken before any is given: ideographs stay solid', () => {
    for (const line of beginningWith('紧')) expect(distance(line, '天地')).toBeCloseTo(1, 2)
  })

  it('3.5.2 at last from between ideographs, within their side bearings, and from all alike', () => {
    const [line] = beginningWith('挤')
    expect(line?.text).toBe(pressed.slice(0, 21))
    expect(line && distance(line, '，日')).toBeCloseTo(0.5, 2)
    for (const two of ['挤天', '地玄', '黄宇', '月盈', '宿列']) {
      expect(line && distance(line, two)).toBeLessThan(0.985)
      expect(line && distance(line, two)).toBeGreaterThan(0.968)
    }
    expect(line?.at.at(-1)).toBeCloseTo(21, 1)
  })

  it('3.5.3 a mark at the line’s end is half before others give', () => {
    const [line] = beginningWith('末')
    expect(line?.text.endsWith('，')).toBe(true)
    expect(line?.at.at(-1)).toBeCloseTo(21.5, 1)
    for (const two of ['，乙', '，天']) expect(line && distance(line, two)).toBeCloseTo(0.75, 1)
  })

  it('3.5.3 from brackets, then pauses, then beside Han, then ends of sentences', () => {
    expectOrder(beginningWith('紧'), [
      { name: 'brackets', share: (line) => (1 - distance(line, '）乙')) / 0.5 },
      { name: 'pauses', share: (line) => (1 - distance(line, '，丙')) / 0.5 },
      { name: 'beside Han', share: (line) => (1.25 - distance(line, line.text.slice(0, 2))) / 0.125 },
      { name: 'ends', share: (line) => (1 - distance(line, '。天')) / 0.5 },
    ])
  })

  it('3.5.3 from words down to a quarter em', () => {
    const [solid] = beginningWith('词')
    const [line] = beginningWith('紧abcd')
    const space = line && solid ? distance(line, 'bc') - distance(solid, 'bc') : NaN
    expect(space).toBeGreaterThan(0.24)
    expect(space).toBeLessThan(0.3)
  })

  it('3.5.3 from brackets of one line alike: before those that open, after those that close', () => {
    const [line] = beginningWith('均')
    if (!line) throw new Error('no line')
    const found = ['均（', '）乙', '乙（', '）丁'].map((two) => distance(line, two))
    for (const one of found) {
      expect(one).toBeCloseTo(found[0] ?? 0, 2)
      expect(one).toBeLessThan(0.9)
    }
    expect(distance(line, '（甲')).toBeCloseTo(1, 2)
  })
})

describe('3.5.4 what is given', () => {
  it('3.5.4 to words up to half an em, then beside Han up to half an em, then among ideographs', () => {
    // By nature, in lines that were too long.
    const natural = new Map(
      beginningWith('紧').map(({ text, at }) => [text.slice(1, 5), (at[3] ?? 0) - (at[2] ?? 0)]),
    )
    expectOrder(beginningWith('松'), [
      {
        name: 'words',
        share: ({ text, at }) =>
          ((at[3] ?? 0) - (at[2] ?? 0) - (natural.get(text.slice(1, 5)) ?? NaN)) / 0.25,
      },
      { name: 'beside Han', share: (line) => (distance(line, line.text.slice(0, 2)) - 1.25) / 0.25 },
      { name: 'ideographs', share: (line) => (distance(line, '天地') - 1) / 0.1 },
    ])
  })

  it('3.5.4 beside Han no more than half an em', () => {
    for (const line of beginningWith('松')) expect(distance(line, line.text.slice(0, 2))).toBeLessThan(1.52)
  })

  it('3.5.4 (3.2.4) none within words', () => {
    const widths = beginningWith('松ab').map((line) => distance(line, 'ab'))
    for (const width of widths) expect(width).toBeCloseTo(widths[0] ?? 0, 2)
  })

  it('3.5.4 among ideographs alike', () => {
    const [line] = beginningWith('连')
    if (!line) throw new Error('no line')
    expect(distance(line, '天地')).toBeGreaterThan(1.02)
    for (const two of ['连天', '地玄', '玄黄', '己庚', '庚辛'])
      expect(distance(line, two)).toBeCloseTo(distance(line, '天地'), 2)
  })

  it('3.5.4 none at connectors and solidi, and none within dashes and ellipses', () => {
    const [line] = beginningWith('连')
    if (!line) throw new Error('no line')
    for (const two of ['黄～', '～甲']) expect(distance(line, two)).toBeCloseTo(1, 2)
    // Half an em each, between an ideograph and the next.
    expect(distance(line, '甲–') + distance(line, '–乙')).toBeCloseTo(1.5, 1)
    expect(distance(line, '丙/') + distance(line, '/丁')).toBeCloseTo(1.5, 1)
    const [dash, ellipsis] = [line.text.indexOf('——'), line.text.indexOf('……')]
    for (const i of [dash, ellipsis]) {
      const gap = (line.at[i + 2] ?? 0) - (line.at[i] ?? 0) - 2
      // What follows parts from it as ideographs part.
      expect(gap).toBeLessThan(distance(line, '天地') - 1 + 0.01)
    }
  })
})
