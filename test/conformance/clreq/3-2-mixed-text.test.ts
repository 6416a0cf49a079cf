import { beforeAll, describe, expect, it, test } from 'vitest'
import type { PlacedCharacter } from '../../../bench/line-positions.js'
import { em, gap, pitch, printPage, type ArticlePage } from './article-page.js'

/** W3C, CLREQ 3.2, Chinese and Western text in one line. Eighths of an em between Han and Latin text, in em. */
const text = [
  '爱育黎首Pasteur’s臣伏戎羌“遐迩”壹体率宾归王。',
  '鸣凤在 Tony 竹iiiiWWWW场',
  // The first line ends, and of the next paragraph the second begins, with Latin letters.
  '化被草木赖及万方盖此身发四大五常恭惟HH鞠养岂敢毁伤',
  '女慕贞洁男效才良知过必改得能莫忘罔谈彼短Kanben靡恃己长',
  '信，PP，使。PP（3D）可',
  '覆器欲难量墨悲丝染诗赞羔羊景行维organization贤克念作圣德建名立形端表',
  '正空谷传声虚堂习听祸因恶积福缘善庆Py\u00adthon尺璧非宝寸阴是竞资父',
  '事君曰严与敬孝当竭力忠则尽命临深履薄夙2022年兴温凊似兰斯馨',
  '如松之盛川流不息渊<sup>2</sup>澄取映 H<sub>2</sub>O 容止若思言辞安$\\frac{a}{b}$定笃初诚美慎终宜令荣业所基籍甚无竟',
  '学优登仕摄职从政:gezhu[存以甘棠去而益咏]乐殊贵贱',
]

let page: ArticlePage

beforeAll(async () => {
  page = await printPage(text)
}, 120_000)

const written = (character: string): string =>
  page
    .row(character)
    .map((one) => one.text)
    .join('')

/** A stretch of text within the line of a character. */
function find(line: string, stretch: string): PlacedCharacter[] {
  const row = page.row(line)
  const from = row
    .map((one) => one.text)
    .join('')
    .indexOf(stretch)
  if (from < 0) throw new Error(`${stretch} is not in the line of ${line}`)
  return row.slice(from, from + stretch.length)
}

/** Em from the first to the second of two neighbours. */
function advance(line: string, two: string): number {
  const [first, second] = find(line, two)
  return ((second?.x ?? NaN) - (first?.x ?? NaN)) / em
}

describe('3.2.1 and 3.2.2 letters and marks', () => {
  it('3.2.1 marks are Chinese in Chinese, and proportional within words', () => {
    expect(advance('爱', '’s')).toBeLessThan(0.4)
    expect(advance('爱', '“遐')).toBeCloseTo(1, 2)
  })

  it('3.2.2 letters are proportional, on the ideographs’ base', () => {
    expect(advance('鸣', 'ii')).toBeLessThan(0.4)
    expect(advance('鸣', 'WW')).toBeGreaterThan(0.8)
    for (const { y } of find('爱', 'Pasteur')) expect(y).toBeCloseTo(page.at('爱').y, 2)
  })

  it('3.2.2 between Han and Latin is up to a quarter em: the theme’s eighth', () => {
    expect(advance('爱', '首P')).toBeCloseTo(1.125, 2)
    expect(advance('鸣', '竹i')).toBeCloseTo(1.125, 2)
  })

  it('3.2.2 a space that is typed there is the font’s, and the only one', () => {
    expect(advance('鸣', '在T')).toBeGreaterThan(1.15)
    expect(advance('鸣', '在T')).toBeLessThan(1.28)
  })
})

describe('3.2.4 Latin words in lines', () => {
  it('3.2.4 no space before a line’s first letter, nor after its last', () => {
    expect(page.place(page.at('K'))).toBeCloseTo(0, 2)
    expect(written('化').endsWith('HH')).toBe(true)
    const [, last] = find('化', 'HH')
    expect(last && page.place(last) + advance('化', 'HH')).toBeCloseTo(22, 1)
  })

  it('3.2.4 no space beside pauses and stops, nor within brackets', () => {
    expect(advance('信', '，P')).toBeCloseTo(1, 2)
    expect(advance('信', 'P，')).toBeCloseTo(advance('信', 'PP'), 1)
    expect(advance('信', '。P')).toBeCloseTo(1, 2)
    expect(advance('信', '（3')).toBeCloseTo(1, 2)
    expect(advance('信', 'D）')).toBeLessThan(0.85)
  })

  it('3.2.4 a word is divided by its language’s rules alone, with a hyphen', () => {
    expect(written('覆')).toMatch(/(or|orga|organi|organiza)-$/)
  })

  it('3.2.4 and where the author says; nothing of that shows elsewhere', () => {
    expect(written('正')).toMatch(/Py-$/)
    expect(page.characters.filter(({ text: one }) => one === '-')).toHaveLength(2)
  })

  it('3.2.4 a number stays whole', () => {
    expect(written('年')).toContain('2022年')
  })

  test.todo('3.2.5 spaces that bring what follows Latin text back to the grid of characters: not offered')
})

describe('smaller characters within a line (3.5.1)', () => {
  it('what stands raised or lowered is smaller and moves no line', () => {
    const raised = page.characters.filter(({ text: one, size }) => one === '2' && size < 0.7 * em)
    expect(raised).toHaveLength(2)
    expect(raised[0]?.y).toBeGreaterThan(page.at('渊').y + 0.2 * em)
    expect(raised[1]?.y).toBeLessThan(page.at('映').y)
  })

  it('lines stay on their grid, whatever stands in them', () => {
    for (const one of ['鸣', '化', '女', '信', '渊', '乐']) {
      const lines = (page.at('爱').y - page.at(one).y) / pitch
      expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.01)
    }
  })

  it('割注 are two rows of half size within the height of the line', () => {
    const small = page.characters.filter(({ size }) => Math.abs(size - em / 2) < 0.1)
    const at = (character: string): PlacedCharacter => {
      const found = small.find(({ text: one }) => one === character)
      if (!found) throw new Error(`${character} is not there`)
      return found
    }
    const base = page.at('政')
    for (const [i, two] of ['存去', '以而', '甘益', '棠咏'].entries()) {
      const [upper, lower] = [...two].map(at)
      if (!upper || !lower) throw new Error('not two')
      expect((upper.x - base.x) / em).toBeCloseTo(1 + i / 2, 1)
      expect(lower.x).toBeCloseTo(upper.x, 1)
      expect(upper.y - lower.y).toBeCloseTo(em / 2, 1)
      expect(upper.y + 0.44 * em).toBeLessThan(base.y + 0.9 * em)
      expect(lower.y - 0.06 * em).toBeGreaterThan(base.y - 0.15 * em)
    }
    expect(gap(base, page.at('乐'))).toBeCloseTo(2, 1)
  })
})
