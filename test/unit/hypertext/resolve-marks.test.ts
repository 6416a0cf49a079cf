import { describe, expect, it, test } from 'vitest'
import * as marks from '../../../src/hypertext/marks/resolve-marks.js'
import { hypertextOf } from './hypertext-of.js'

const resolveMarks = (text: string) => marks.resolveMarks(text, 'zh-Hans-CN')
const withResolvedMarks = (text: string) => marks.withResolvedMarks(text, 'zh-Hans-CN')

describe('quotation marks typed straight', () => {
  it.each([
    ['他说"你好"。', '他说“你好”。'],
    ['他说"我听见\'好\'了"。', '他说“我听见‘好’了”。'],
    ['发布"Nature"指数', '发布“Nature”指数'],
    ['"Hello, world"是第一句', '“Hello, world”是第一句'],
    ['采用"A""B""C"等', '采用“A”“B”“C”等'],
    ['2022年"十四五"期间', '2022年“十四五”期间'],
    ['"AI"', '“AI”'],
    ['约翰的"Pasteur\'s quadrant"一说', "约翰的“Pasteur's quadrant”一说"],
    ['一台27"显示器和"大屏"', '一台27"显示器和“大屏”'],
    ['𠮷"A"𠮷', '𠮷“A”𠮷'],
  ])('%s', (written, resolved) => {
    expect(withResolvedMarks(written)).toBe(resolved)
  })

  it.each([
    'He said "hello" to the whole world.',
    'see the "New Frontier" program here',
    "don't, students' and Pasteur's",
    '身高5\'10"。',
    '《Science: the "endless" frontier》一书',
  ])('stay in Western text: %s', (written) => {
    expect(withResolvedMarks(written)).toBe(written)
  })

  it('stay, all of them, where one is left over', () => {
    const { edits, unpaired } = resolveMarks('他说"好"，又说"不。')
    expect(edits).toEqual([])
    expect(unpaired).toEqual([2])
  })

  it('of which one is left over in Western text say nothing', () => {
    expect(resolveMarks('rock ‘n’ roll and "this is all').unpaired).toEqual([])
  })
})

describe('dots', () => {
  it.each([
    ['等等...', '等等……'],
    ['等等......', '等等……'],
    ['...又来了', '……又来了'],
    ['"好..."他说', '“好……”他说'],
    ['wait for it...', 'wait for it...'],
    ['第1...10章', '第1...10章'],
    ['等等..', '等等..'],
  ])('%s', (written, resolved) => {
    expect(withResolvedMarks(written)).toBe(resolved)
  })
})

describe('half-width marks among Chinese words are told, not changed', () => {
  it.each([
    ['中文,中文', [',']],
    ['中文.中文.', ['.', '.']],
    ['他说:“好”', [':']],
    ['中文--中文', ['--']],
    ['中文…中文', ['…']],
    ['中文。。。', ['。。。']],
    ['中文(中文)', ['()']],
    ['中文(GDP)', []],
    ['3.5万,2', []],
    ['8:30，中文', []],
    ['version 2.0, beta', []],
    ['中文……中文', []],
    ['中文, Kanben', [',']],
    ['GDP,中文', [',']],
    ['增长10%,下降', [',']],
    ['时间:12:30', [':']],
    ['真的?!', ['?!']],
    ['“真的?”他问', ['?']],
    ['好！!', ['!']],
    ['等等..', ['..']],
    ['等....等', ['....']],
    ['2001--2005年', ['--']],
    ['5~10岁', ['~']],
    ['10%~20%', ['~']],
    ['约翰•史密斯', ['•']],
    ['约翰・史密斯', ['・']],
    ['(中文)中文', ['()']],
    ['图1(见下)', ['()']],
    // What stays as it is written, and nobody is told.
    ['约翰·史密斯', []],
    ['5～10岁，5-10岁，5–10岁，2001—2005年', []],
    ['2026-11-28，12:30，1:2，3.14，1,234,567，1/5，v1.2.3，10%，-5℃', []],
    ['1 234 567 人，1\u2009234 人，5 km，5km，5×3', []],
    ['No. 5、Dr. 王、U.S.、C++、Yahoo!中国', []],
    ['北京—上海，京-沪', []],
    ['f(中)', []],
    ['约~10', []],
    ['Papers on Beijing (北京), Shanghai (上海), and the rest of it', []],
  ])('%s', (text, written) => {
    expect(resolveMarks(text).halfWidth.map((mark) => mark.written)).toEqual(written)
    expect(withResolvedMarks(text)).toBe(text)
  })

  it('beside quotations that are resolved', () => {
    expect(resolveMarks('他说:"真的?"').halfWidth.map((mark) => mark.written)).toEqual([':', '?'])
  })

  it.each([
    ['约翰•史密斯', '·'],
    ['5~10岁', '～'],
    ['2001--2005年', '—'],
    ['真的?!', '？！'],
    ['中文....', '……'],
  ])('with a proposal: %s → %s', (text, proposal) => {
    expect(resolveMarks(text).halfWidth.map((mark) => mark.proposal)).toEqual([proposal])
  })
})

describe('by language', () => {
  const written = '他说"你听见\'好\'了...", 是'
  it.each([
    ['zh-Hans-CN', '他说“你听见‘好’了……”, 是'],
    ['zh', '他说“你听见‘好’了……”, 是'],
    ['zh-SG', '他说“你听见‘好’了……”, 是'],
    ['zh-Hant', '他说「你听见『好』了……」, 是'],
    ['zh-HK', '他说「你听见『好』了……」, 是'],
    ['zh-TW', '他说「你听见『好』了……」, 是'],
    ['ja', '他说「你听见『好』了……」, 是'],
    ['en', written],
  ])('%s', (language, resolved) => {
    expect(marks.withResolvedMarks(written, language)).toBe(resolved)
  })

  it('in English nothing is told', () => {
    expect(marks.resolveMarks('中文,中文 and "one', 'en')).toEqual({ edits: [], unpaired: [], halfWidth: [] })
  })
})

describe('quotations and what only looks like one', () => {
  it.each([
    ['身高5\'10"左右', '身高5\'10"左右'],
    ["90's的音乐", "90's的音乐"],
    ["'90s 音乐", "'90s 音乐"],
    ["他说it's fine就走了", "他说it's fine就走了"],
    ["rock 'n' roll是音乐", "rock 'n' roll是音乐"],
    ['中文"English words here"中文', '中文“English words here”中文'],
    ['"真的?"他问', '“真的?”他问'],
  ])('%s', (text, resolved) => {
    expect(withResolvedMarks(text)).toBe(resolved)
  })
})

describe('in an article', () => {
  test('a quotation goes through emphasis, links and notes', () => {
    const { html, messages } = hypertextOf('他说"很**好**[^1]，[真](https://a.b)的"。\n\n[^1]: 出自"某书"。')
    expect(html).toContain('他说“很<strong>好</strong>')
    expect(html).toContain('真</a>的”。')
    expect(messages).toEqual([])
  })

  test('a backslash keeps a mark as it is', () => {
    expect(hypertextOf('一台27\\"的"屏"。').html).toBe('<p>一台27"的“屏”。</p>')
    expect(hypertextOf('他说\\"你好\\"。').html).toBe('<p>他说"你好"。</p>')
    expect(hypertextOf('他说&quot;你好&quot;。').html).toBe('<p>他说"你好"。</p>')
  })

  test('code, addresses and foreign words keep theirs', () => {
    const { html } = hypertextOf('写`"a..."`，见https://a.b/\'c，:lang[say "yes"]{lang=en}好。')
    expect(html).toContain('<code>"a..."</code>')
    expect(html).toContain("https://a.b/'c</a>，")
    expect(html).toContain('say "yes"')
  })

  test('headings, captions and cells are resolved, and what refers to a heading', () => {
    const { html, hypertext } = hypertextOf(
      '## 论"源头" {#sec-a}\n\n| "源头"之说 |\n| --- |\n| 又"一"处... |\n\n![说](a.svg \'图"一"\')',
    )
    expect(html).toContain('论“源头”</h2>')
    expect(html).toContain('“源头”之说')
    expect(html).toContain('又“一”处……')
    expect(html).toContain('图“一”')
    expect(hypertext.targets.find(({ id }) => id === 'sec-a')?.title).toBe('论“源头”')
  })

  test('verse keeps its lines', () => {
    expect(hypertextOf(':::verse\n"床前\n明月"光\n:::').html).toContain('“床前<br>明月”光')
  })

  test('a mark without a partner and half-width marks are told with their place', () => {
    const { messages, html } = hypertextOf('甲说"好。\n\n中文,中文.')
    expect(messages).toEqual(['quotes-paired 1:3', 'marks-full-width 3:3'])
    expect(html).toContain('甲说"好。')
    expect(html).toContain('中文,中文.')
  })
})

test('full-width digits and letters are told once, with their place', () => {
  const { messages, html } = hypertextOf('在２０２６年用ＰＤＦ。')
  expect(messages).toEqual(['letters-half-width 1:2'])
  expect(html).toContain('２０２６年用ＰＤＦ')
  expect(hypertextOf('在2026年用`２`。').messages).toEqual([])
})

describe('curly marks of Western text', () => {
  it.each([
    ['译作 Pasteur’s Quadrant。', '译作 <span class="western">Pasteur’s</span> Quadrant。'],
    ['见 the “New” plan 一文', '见 the <span class="western">“New”</span> plan 一文'],
    ['见 the “New *old*” plan 一文', '见 the <span class="western">“</span>New <em>old</em>'],
    ['He said “well, no” to the crowd.', 'He said <span class="western">“well, no”</span> to the crowd.'],
  ])('%s', (markdown, html) => {
    expect(hypertextOf(markdown).html).toContain(html)
  })

  it.each(['他说“Hello, world”。', '“AI”', '约翰·洛克说‘好’', '“A”“B”“C”等'])(
    'are Chinese in Chinese sentences: %s',
    (markdown) => {
      expect(hypertextOf(markdown).html).not.toContain('western')
    },
  )

  test('quoted through emphasis they are wrapped at both ends', () => {
    const { html } = hypertextOf('见 the “New *old*” plan 一文')
    expect(html).toContain('</em><span class="western">”</span> plan')
  })
})

test.each([
  ['a bracket that never closes', `汉(${'汉'.repeat(60_000)}`],
  ['quotation marks alone', '"'.repeat(60_000)],
  ['quotations side by side', '汉"字"'.repeat(20_000)],
  ['dots alone', '.'.repeat(60_000)],
  ['hyphens alone', `汉${'-'.repeat(60_000)}`],
])(
  'a long paragraph is read in no time: %s',
  (_, text) => {
    expect(resolveMarks(text).edits.length).toBeGreaterThanOrEqual(0)
  },
  5000,
)
