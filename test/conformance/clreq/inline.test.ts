import { beforeAll, describe, expect, it } from 'vitest'
import type { PlacedCharacter } from '../../../bench/line-positions.js'
import { paintedPages, type PaintedPage } from './painted-page.js'
import { printArticle } from './set-issue.js'

/**
 * W3C, CLREQ (Editor's Draft of 2024), what is said about annotations and Western text within the line. Positions are those in the PDF; `em` is the body's, 10.5 pt.
 */
const em = 10.5

const text = [
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳。',
  '果珍李柰菜重{芥|jiè}姜海咸河淡{鳞|shuāng}潜羽翔龙师火帝{鸟官|niǎo guān}人皇。',
  '始制文字乃服{床装|chuáng zhuāng}衣裳推位{让|于礼也}国有虞陶唐。',
  '吊民伐罪周发{殷|一二三四五}汤坐朝问道，{垂拱|chuí}平章。',
  '爱育黎首 Pasteur’s 臣伏戎羌“遐迩”壹体率宾归王。',
  '鸣凤在竹白驹食场<sup>2</sup>化被草木赖及万方 H<sub>2</sub>O 盖此身发四大五常恭惟鞠养岂敢毁伤$\\frac{a}{b}$女慕贞洁男效才良。',
  '知过必改得能莫忘:gezhu[罔谈彼短靡恃己长]信使可复器欲难量。',
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

describe('3.2 Western text in Chinese', () => {
  it('3.2.1 quotation marks are Chinese in Chinese, an apostrophe is proportional', () => {
    const apostrophe = page.characters.findIndex(({ text: one }) => one === '’')
    const next = page.characters[apostrophe + 1]
    expect((next?.x ?? 0) - (page.characters[apostrophe]?.x ?? 0)).toBeLessThan(0.4 * em)
    expect(at('遐').x - at('羌').x).toBeCloseTo(2 * em, 0)
  })

  it('3.2.2 Western letters have the body’s size and its baseline', () => {
    const letters = page.characters.filter(({ text: one }) => /^[Pasteurs]$/.test(one) && one !== 's')
    const line = letters.filter(({ y }) => Math.abs(y - at('爱').y) < 0.01)
    expect(line.length).toBeGreaterThanOrEqual(6)
    for (const { size } of line) expect(size).toBeCloseTo(em, 1)
  })

  it('what stands raised or lowered is smaller and moves no line', () => {
    const raised = page.characters.filter(({ text: one, size }) => one === '2' && size < 0.7 * em)
    expect(raised).toHaveLength(2)
    expect(raised[0]?.y).toBeGreaterThan(at('场').y + 0.2 * em)
    expect(raised[1]?.y).toBeLessThan(at('盖').y)
  })
})

it('割注 are two rows of half size within the height of the line', () => {
  const first = [...'罔谈彼短'].map(at)
  const second = [...'靡恃己长'].map(at)
  for (const [i, one] of first.entries()) {
    expect(one.size).toBeCloseTo(em / 2, 1)
    expect(one.x).toBeCloseTo(second[i]?.x ?? 0, 1)
    expect(one.y - (second[i]?.y ?? 0)).toBeCloseTo(em / 2, 1)
  }
  const base = at('忘')
  expect(first[0]?.x).toBeCloseTo(base.x + em, 1)
  expect(at('信').x).toBeCloseTo(base.x + 3 * em, 0)
  expect((first[0]?.y ?? 0) + 0.88 * (em / 2)).toBeLessThan(base.y + 0.9 * em)
  expect((second[0]?.y ?? 0) - 0.12 * (em / 2)).toBeGreaterThan(base.y - 0.15 * em)
})
