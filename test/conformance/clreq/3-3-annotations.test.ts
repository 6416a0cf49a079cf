import { beforeAll, describe, expect, it, test } from 'vitest'
import type { PlacedCharacter } from '../../../bench/line-positions.js'
import { em, gap, middle, pitch, printPage, type ArticlePage } from './article-page.js'

/** W3C, CLREQ 3.3, interlinear annotations. Positions are those in the PDF. */
const text = [
  '果珍李柰菜重{芥|jiè}姜海咸河淡{鳞|shuāng}潜羽翔',
  '乃服{床装|chuáng zhuāng}衣裳推位{鸟官|niǎo guān}人皇',
  '{北京|Běijīng}{大学|Dàxué}天地{玩儿|wánr}玄',
  // Ruby at the end of a line of 20, and at the beginning of one of 22.
  '日月盈昃辰宿列张寒来暑往秋收冬藏闰余成{霜|shuāng}岁律吕调阳云',
  '金生丽水玉出昆冈剑号巨阙珠称夜光芜荒吴吾{窗|chuāng}有虞陶唐',
  // Each over its own: the line ends between them. Over both: it does not.
  '吊民伐罪周发殷汤坐朝问道垂拱平章爱育黎{首臣|bō tā}伏戎羌遐迩',
  '壹体率宾归王鸣凤在竹白驹食场化被草木赖{及万|jíwàn}方盖此身发四大',
  '女慕{贞洁男效|Vol. I}才良知过{必改得能|一二}莫忘',
  '罔谈{彼短|三四五六七八九}靡恃己{GDP|甲乙丙丁戊己}长信{使可|Das Kapital Volume}复器',
]

let page: ArticlePage

beforeAll(async () => {
  page = await printPage(text)
}, 120_000)

/** About where a word ends: an average letter is a good half of its size wide. */
function endOf(letters: readonly PlacedCharacter[]): number {
  const last = letters.at(-1)
  return (last?.x ?? NaN) + (/\p{Script=Han}/u.test(last?.text ?? '') ? 1 : 0.52) * (last?.size ?? NaN)
}

function centre(annotation: readonly PlacedCharacter[]): number {
  return ((annotation[0]?.x ?? NaN) + endOf(annotation)) / 2
}

describe('3.3.2 where annotations stand', () => {
  it('3.3.2 above their base, between the lines, which stay where they are', () => {
    for (const [base, annotation] of [
      ['芥', 'jiè'],
      ['北', 'Běijīng'],
      ['彼', '三四五'],
    ] as const) {
      const [first] = page.above(base, annotation)
      expect(first?.y).toBeGreaterThan(page.at(base).y + 0.85 * em)
      expect(first?.y).toBeLessThan(page.at(base).y + pitch - 0.35 * em)
    }
    const ys = page.characters.filter(({ size }) => Math.abs(size - em) < 0.1).map(({ y }) => y)
    for (const y of ys)
      expect(Math.abs(((ys[0] ?? 0) - y) / pitch - Math.round(((ys[0] ?? 0) - y) / pitch))).toBeLessThan(0.01)
  })
})

describe('3.3.4.1 romanization', () => {
  it('3.3.4.1 is half as large as its base, solid, and in the middle above it', () => {
    const letters = page.above('芥', 'jiè')
    for (const { size } of letters) expect(size).toBeCloseTo(em / 2, 1)
    expect(centre(letters)).toBeCloseTo(middle(page.at('芥')), 0)
    for (const [i, one] of letters.slice(1).entries())
      expect(one.x - (letters[i]?.x ?? 0)).toBeLessThan(0.4 * em)
  })

  it('3.3.4.1 reaches over its neighbours, which stay on the grid', () => {
    expect(page.above('鳞', 'shuāng')[0]?.x).toBeLessThan(page.at('鳞').x - 0.1 * em)
    expect(gap(page.at('淡'), page.at('鳞'))).toBeCloseTo(0, 2)
    expect(gap(page.at('鳞'), page.at('潜'))).toBeCloseTo(0, 2)
  })

  it('3.3.4.1 stands a quarter em from the next; where it would not, their bases part', () => {
    const [first, next] = [page.above('床', 'chuáng'), page.above('床', 'zhuāng')]
    expect(((next[0]?.x ?? 0) - endOf(first)) / em).toBeGreaterThan(0.22)
    expect(gap(page.at('床'), page.at('装'))).toBeGreaterThan(0.3)
    expect(gap(page.at('鸟'), page.at('官'))).toBeLessThan(0.5)
  })

  it('3.3.4.1 is flush with the line’s edge', () => {
    expect(page.place(page.at('霜'))).toBeCloseTo(21, 1)
    const ending = page.above('霜', 'shuāng')
    expect((endOf(ending) - page.at('霜').x) / em).toBeLessThan(1.03)
    expect(page.place(page.at('窗'))).toBeCloseTo(0, 1)
    expect(page.place(page.above('窗', 'chuāng')[0] ?? page.at('窗'))).toBeCloseTo(0, 1)
  })
})

describe('3.3.4.2 over characters, 3.3.4.3 over words', () => {
  it('3.3.4.2 a line may end between two characters with their own annotations', () => {
    expect(page.place(page.at('首'))).toBeCloseTo(21, 1)
    expect(page.place(page.at('臣'))).toBeCloseTo(0, 1)
    expect(page.at('臣').y).toBeCloseTo(page.at('首').y - pitch, 1)
  })

  it('3.3.4.3 a word with one annotation stays whole', () => {
    expect(page.at('及').y).toBeCloseTo(page.at('万').y, 1)
  })

  it('3.3.4.3 words that are annotated stand half an em apart, their characters solid', () => {
    expect(gap(page.at('京'), page.at('大'))).toBeCloseTo(0.5, 1)
    expect(gap(page.at('北'), page.at('京'))).toBeCloseTo(0, 2)
    expect(gap(page.at('学'), page.at('天'))).toBeCloseTo(0, 1)
  })
})

test('3.3.5.1 儿化: one syllable above both characters', () => {
  expect(centre(page.above('玩', 'wánr'))).toBeCloseTo(page.at('儿').x, -0.3)
})

describe('3.3.6.1 alignment of words', () => {
  it('3.3.6.1 letters shorter than their base stand in its middle', () => {
    const letters = page.above('贞', 'Vol.I')
    expect(Math.abs(centre(letters) - page.at('男').x)).toBeLessThan(0.25 * em)
    expect((letters[0]?.x ?? 0) - page.at('贞').x).toBeGreaterThan(1.3 * em)
  })

  it('3.3.6.1 Han shorter than their base are spread over it', () => {
    const [first, last] = page.above('必', '一二')
    if (!first || !last) throw new Error('no annotation')
    expect(gap(first, last)).toBeGreaterThan(1)
    const before = (first.x - page.at('必').x) / em
    const after = (page.at('能').x + em - last.x - last.size) / em
    expect(before).toBeCloseTo(after, 1)
  })

  it('3.3.6.1 a base of Han shorter than its annotation is spread below it', () => {
    for (const [left, right, annotation] of [
      ['彼', '短', '三四五六七八九'],
      ['使', '可', 'DasKapitalVolume'],
    ] as const) {
      expect(gap(page.at(left), page.at(right))).toBeGreaterThan(0.3)
      const both = (page.at(left).x + page.at(right).x + em) / 2
      expect(Math.abs(centre(page.above(left, annotation)) - both)).toBeLessThan(0.1 * em)
    }
  })

  it('3.3.6.1 a Western base shorter than its annotation stands in its middle', () => {
    const letters = ['G', 'D', 'P'].map((letter) => page.at(letter))
    expect(Math.abs(centre(page.above('G', '甲乙丙丁戊己')) - centre(letters))).toBeLessThan(0.15 * em)
  })
})

describe('not met', () => {
  test.todo('3.3.2 Zhuyin at the right with Pinyin below the same character')
  test.todo('3.3.3 Zhuyin at the right of its character, in three tenths of its size')
  test.todo('3.3.7 行间批语 below the text')
})
