import { afterAll, expect, test } from 'vitest'
import type { Galley } from '../../../src/issue/index.js'
import { openBrowser } from '../../../src/press/browser/index.js'
import { stressStyle, text } from '../../fixtures/galley/stress-document.js'
import { measure, open } from '../makeup/set-pages.js'

const session = openBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
afterAll(() => session.close())

async function galleyOf(body: string, style = ''): Promise<Galley> {
  const html = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><link rel="stylesheet" href="style.css"></head><body><article id="a" class="article"><div class="body">${body}</div></article></body></html>`
  const page = await open(session, html, stressStyle + style)
  const [galley] = await measure(page, ['a'], 'column')
  await page.close()
  if (galley === undefined) throw new Error('no galley')
  return galley
}

/** Height and space before of every slice, with its break: `1`, `+1 2 forbidden`. */
const outline = (galley: Galley): string[] =>
  galley.slices.map(({ spaceBefore, height, breakBefore }) =>
    [spaceBefore ? `+${spaceBefore}` : '', String(height), breakBefore ?? ''].filter(Boolean).join(' '),
  )

const p = (length: number, inside = ''): string => `<p data-source="7:1-9:4">${text(length, 1)}${inside}</p>`

// The column holds 22 characters of 14 px; a paragraph's first line 20 of them.
test.each([
  ['lines, the lone ones marked', p(86), '', ['1', '1 lone', '1', '1 lone']],
  ['ruby and superscripts make no lines of their own', p(30, '<ruby>汉<rt>hàn</rt></ruby><sup>1</sup>'), '', ['1', '1 lone']],
  ['a heading keeps the next line', `${p(10)}<h2>题</h2>${p(10)}`, '', ['1', '+1 2', '1 forbidden']],
  ['forced breaks', `${p(10)}<p class="c">栏</p><p class="s">页</p>`, '.c { break-before: column } .s { break-before: page }', ['1', '1 column', '1 page']],
  ['a box that stays whole', `<aside class="box">${p(10)}${p(10)}</aside>`, '.box { break-inside: avoid }', ['2', '2 forbidden']],
  ['text that announces a list', `<p>如下：</p><ul><li>甲</li><li>乙</li></ul>`, '', ['1', '1 discouraged', '1']],
  ['a list within an item', '<ul><li>甲<ul><li>子</li></ul></li></ul>', '', ['1', '1']],
  ['an empty paragraph is nothing', `${p(10)}<p></p>`, '', ['1']],
  ['an item without text is a line, as its mark is', '<ul><li>甲</li><li></li><li>乙</li></ul>', '', ['1', '1', '1']],
  ['a list of empty items alone', '<blockquote><ul><li></li></ul></blockquote>', '', ['1']],
  ['code that is spaces alone is a line', `${p(10)}<p><code> </code></p>`, 'code { white-space: pre-wrap }', ['1', '1']],
  ['a line within an empty box', `${p(10)}<div class="rule"><p></p></div>`, '.rule { height: 22px }', ['1', '1']],
  ['small type keeps its own pitch as a whole', `<ol class="small">${'<li>甲</li>'.repeat(4)}</ol>`, '.small { line-height: 16.5px }', ['1', '1', '1', '0']],
] as const)('%s', async (_, body, style, expected) => {
  expect(outline(await galleyOf(body, style))).toEqual(expected)
}) // prettier-ignore

test('a pull quote splits only when no page holds it', async () => {
  const quote = (length: number): string =>
    `<blockquote class="pullquote"><p>${text(length, 1)}</p></blockquote>`
  const kinds = async (length: number): Promise<string[]> => [
    ...new Set((await galleyOf(quote(length))).slices.map(({ kind }) => kind)),
  ]
  expect(await kinds(200)).toEqual(['block'])
  expect(await kinds(1500)).toEqual(['line'])
})

test('places come from the manuscript', async () => {
  const { blocks } = await galleyOf(p(10))
  expect(blocks[0]?.place).toEqual({ file: 'a.md', line: 7, column: 1 })
})

test('a float stands at its home and hangs on its first reference; a figure in a list does not float', async () => {
  const figure = (id: string): string =>
    `<figure class="figure" id="${id}"><svg width="10" height="10"></svg></figure>`
  const galley = await galleyOf(
    `${p(40)}${figure('f')}${p(66, '<a class="reference" href="#f">图1</a>')}<ul><li>甲${figure('g')}</li></ul>`,
  )
  expect(galley.floats).toMatchObject([{ kind: 'figure', width: 'column', home: 2, anchor: 5 }])
  expect(galley.slices.map(({ kind }) => kind).join()).toBe('line,line,line,line,line,line,line,block')
})

test('notes hang on the line of their first call, in order', async () => {
  const call = (id: string): string => `<a class="note-call" href="#${id}">①</a>`
  const galley = await galleyOf(
    `${p(30, call('n2'))}${p(10, call('n1') + call('n2'))}</div><footer><section class="notes"><ol><li class="note" id="n1">一</li><li class="note" id="n2"><p>${text(50, 1)}</p><p>又</p></li></ol></section></footer><div>`,
  )
  expect(galley.slices.map(({ notes }) => notes)).toEqual([undefined, [0], [1]])
  expect(galley.notes.map(({ strips }) => strips.length)).toEqual([4, 1])
})

test('rows tied by rowspan are one slice; the head is repeated', async () => {
  const galley = await galleyOf(
    '<table><thead><tr><th>头</th><th>头</th></tr></thead><tbody><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>乙</td><td>3</td></tr></tbody></table>',
  )
  expect(galley.slices.map(({ kind, breakBefore }) => [kind, breakBefore])).toEqual([
    ['row', undefined],
    ['row', 'forbidden'],
    ['row', undefined],
  ])
  const table = galley.containers.find(({ kind }) => kind === 'table')
  expect(table).toMatchObject({ repeatedHead: galley.blocks[0]?.key })
  expect(table?.opening).toBeGreaterThanOrEqual(2)
})

test('a line that ends within a word or number says so', async () => {
  const galley = await galleyOf(
    '<p lang="en">international-innovation-centres and-internationally-minded</p>',
  )
  expect(galley.slices.some(({ hyphen }) => hyphen)).toBe(true)
})

test('a table whose words are longer than its columns stays within the measure, its words broken', async () => {
  const cells = `<td>${'wwwwwwwwww'.repeat(3)}</td>`.repeat(2)
  const table = (inside: string): string =>
    `<figure class="table"><table style="width: 100%"><tbody><tr>${inside}</tr></tbody></table></figure>`
  const floats = async (inside: string): Promise<number | undefined> =>
    (await galleyOf(table(inside), 'td { font: 14px / 22px song }')).floats[0]?.height
  expect(await floats('<td>甲</td><td>乙</td>')).toBe(2)
  expect(await floats(cells)).toBeGreaterThan(3)
})
