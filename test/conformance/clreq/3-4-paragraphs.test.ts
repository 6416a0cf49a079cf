import { beforeAll, describe, expect, it, test } from 'vitest'
import { em, pitch, printPage, type ArticlePage } from './article-page.js'

/** W3C, CLREQ 3.4, paragraphs, in columns of 22 characters. Positions in em from the column's left edge. */
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
  '***',
  '迩遐牧用，',
  ':::signature\n爱育黎首\n:::',
  ':::table[臣伏戎羌]\n| 牛羊 | 壹体 |\n| --- | --- |\n| 率宾 | 归王 |\n:::',
  `军最精宣威沙漠驰誉丹青九州禹迹百郡秦并岳宗`,
]

let page: ArticlePage

beforeAll(async () => {
  page = await printPage(text, 'heading-numbers: chinese\n')
}, 120_000)

const place = (character: string): number => page.place(page.at(character))

/** Whole lines between the first and the second, of one column. */
function linesBetween(above: string, below: string): number {
  return (page.at(above).y - page.at(below).y) / pitch
}

/** The first of these characters that stands on the line after that of the one given. */
function nextLine(character: string, later: string): string {
  const found = [...later].find((one) => page.at(one).y < page.at(character).y - 1)
  if (found === undefined) throw new Error(`${later} is on one line`)
  return found
}

describe('3.4.1 first-line indents', () => {
  it('3.4.1 every paragraph begins two em in, its other lines at the edge', () => {
    for (const one of ['天', '致', '鳞', '垂', '军']) expect(place(one)).toBeCloseTo(2, 1)
    expect(place(nextLine('天', '暑往秋收冬'))).toBeCloseTo(0, 2)
  })

  it('3.4.1 one em in, where columns have few characters', async () => {
    const narrow = await printPage([text[0] ?? ''], '', (yaml) =>
      yaml
        .replace(/characters: 22.*/, 'characters: 14')
        .replace(/ {2}indent: 2.*\n/, '')
        .replace('columns: 2', 'columns: 3'),
    )
    expect(narrow.place(narrow.at('天'))).toBeCloseTo(1, 1)
  }, 120_000)

  it('3.4.1 there is no space between paragraphs beyond the line gap', () => {
    expect(linesBetween('龙', '鳞')).toBeCloseTo(-1, 1)
  })

  it('3.4.1 a section ends with whole lines', () => {
    expect(linesBetween('垂', '迩')).toBeCloseTo(2, 1)
  })

  it('3.4.1 凸排: an item’s later lines stand below its text, all within the type area', () => {
    expect(place('龙')).toBeCloseTo(2, 1)
    expect(place(nextLine('龙', '推位让国有虞'))).toBeCloseTo(2, 1)
    expect(place('伐')).toBeCloseTo(4, 1)
    for (const one of page.row('龙')) expect(page.place(one)).toBeGreaterThan(-0.01)
  })

  test.todo('3.4.1 a sentence that goes on after a quotation begins without an indent')
  test.todo('3.4.1 speakers of three characters and a colon, what they say four em in')
})

describe('3.4.2 paragraph indents', () => {
  it('3.4.2 a quotation stands two em in, its first line two more', () => {
    expect(place('金')).toBeCloseTo(4, 1)
    expect(place(nextLine('金', '珠称夜光果珍李柰'))).toBeCloseTo(2, 1)
  })

  it('3.4.2 verse stands in, with whole lines of space around it', () => {
    expect(place('周')).toBeCloseTo(4, 1)
    expect(place('坐')).toBeCloseTo(4, 1)
    expect(linesBetween('道', '垂')).toBeCloseTo(2, 1)
  })
})

describe('3.4.3 single lines', () => {
  it('3.4.3 at the end: a signature, two em before the edge', () => {
    expect(place('首')).toBeCloseTo(22 - 2 - 1, 1)
  })

  it('3.4.3 in the middle: a table’s title, above it (2.4.2)', () => {
    const title = ['表', '羌'].map((one) => page.characters.findLast(({ text: own }) => own === one))
    const [first, last] = title
    if (!first || !last) throw new Error('no title')
    expect((page.place(first) + page.place(last) + last.size / em) / 2).toBeCloseTo(11, 0)
    expect(page.characters.find(({ text: own }) => own === '牛')?.y).toBeLessThan(first.y - 1)
  })

  it('3.4.3 at the beginning: a heading, with its number', () => {
    const row = page.characters.filter(({ y, size }) => size > em + 0.5 && Math.abs(y - headingY()) < 0.5)
    expect(row.map(({ text: one }) => one).join('')).toContain('一、云腾')
    expect(page.place(row[0] ?? page.at('天'))).toBeCloseTo(0, 1)
  })

  test.todo('3.4.3 names of two characters spread to the width of three')
})

function headingY(): number {
  return page.characters.find(({ text: one, size }) => one === '腾' && size > em + 0.5)?.y ?? NaN
}

describe('3.4.4 lone characters and lines', () => {
  it('3.4.4 a last line has two characters at least', () => {
    // One more than fits on the first line.
    expect(page.at('宗').y).toBeLessThan(page.at('军').y - 1)
    expect(page.row('宗').length).toBeGreaterThanOrEqual(2)
  })
})
