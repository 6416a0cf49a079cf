import { beforeAll, describe, expect, it } from 'vitest'
import type { PlacedCharacter } from '../../../bench/line-positions.js'
import { paintedPages, type PaintedPage } from './painted-page.js'
import { printArticle } from './set-issue.js'

/**
 * W3C, CLREQ (Editor's Draft of 2024): 3.4 about paragraphs, for what stands in columns of 22
 * characters of 10.5 pt, 16.5 pt from line to line.
 */
const em = 10.5
const pitch = 16.5

const text = [
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳。',
  '## 云腾',
  '致雨露结为霜。',
  '> 金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡。',
  '鳞潜羽翔。',
  '- 龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐。',
  '1. 吊民\n   1. 伐罪',
  ':::verse\n周发殷汤\n坐朝问道\n:::',
  '垂拱平章。',
  ':::signature\n爱育黎首\n:::',
  ':::table[臣伏戎羌]\n| 遐迩 | 壹体 |\n| --- | --- |\n| 率宾 | 归王 |\n:::',
]

let page: PaintedPage
let left = 0

beforeAll(async () => {
  const pages = await printArticle(text, 'heading-numbers: chinese\n', paintedPages)
  const found = pages.find(({ characters }) => characters.some(({ text: one }) => one === '昃'))
  if (!found) throw new Error('the text is on no page')
  page = found
  left = at('天').x - 2 * em
}, 120_000)

function at(character: string): PlacedCharacter {
  const found = page.characters.find(({ text: one }) => one === character)
  if (!found) throw new Error(`${character} is not on the page`)
  return found
}

/** Em from the left edge of the character's own column. */
function place(character: string): number {
  const x = (at(character).x - left) / em
  return x > 23 ? x - 24 : x
}

describe('3.4.1 first-line indents', () => {
  it('a paragraph begins two em in, its other lines at the edge', () => {
    expect(place('天')).toBeCloseTo(2, 2)
    expect(place('秋')).toBeCloseTo(0, 2)
  })

  it('there is no space between paragraphs beyond the line gap', () => {
    expect(at('鳞').y - at('龙').y).toBeCloseTo(pitch, 1)
  })

  it('凸排: what follows an item’s first line stands below its text, within the type area', () => {
    expect(place('龙')).toBeCloseTo(2, 1)
    const second = [...'推位让国有虞'].find((one) => at(one).y < at('龙').y - 1)
    expect(second && place(second)).toBeCloseTo(2, 1)
    expect(place('伐')).toBeCloseTo(4, 1)
  })
})

describe('3.4.2 paragraph indents', () => {
  it('a quotation stands two em in', () => {
    expect(place('金')).toBeCloseTo(4, 1)
    const second = [...'珠称夜光果珍李柰'].find((one) => at(one).y < at('金').y - 1)
    expect(second && place(second)).toBeCloseTo(2, 1)
  })

  it('verse stands in, with whole lines of space around it', () => {
    expect(place('周')).toBeCloseTo(4, 1)
    expect(place('坐')).toBeCloseTo(4, 1)
    const before = (at('道').y - at('垂').y) / pitch
    if (before > 0) expect(before).toBeCloseTo(Math.round(before), 1)
  })
})

describe('3.4.3 single lines', () => {
  it('a signature ends two em before the line’s end', () => {
    expect(place('首')).toBeCloseTo(22 - 2 - 1, 1)
  })

  it('a table’s title is centred above it', () => {
    const title = [...'表', '臣', '羌'].map((one) => {
      const found = page.characters.filter(({ text: own, size }) => own === one && Math.abs(size - 9) < 0.2)
      return found.at(-1)
    })
    const middle = ((title[0]?.x ?? 0) + (title[2]?.x ?? 0) + 9) / 2
    const column = middle > left + 23 * em ? left + 24 * em : left
    expect(middle).toBeCloseTo(column + 11 * em, 0)
    expect(at('遐').y).toBeLessThan(at('羌').y)
  })

  it('a heading stands at the line’s start, with its number', () => {
    expect(place('、')).toBeLessThan(2.5)
    expect(at('云').y).toBeCloseTo(at('、').y, 1)
    expect(at('云').x).toBeGreaterThan(at('、').x)
  })
})
