import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { insertPageBreaks } from '../../../src/issue/index.js'

/** `|7|` stands for the mark of page 7 inside text, `‖7‖` for one between blocks. */
function show(html: string): string {
  return html
    .replace(
      /<span epub:type="pagebreak" role="doc-pagebreak" id="page-(\w+)" aria-label="\w+"><\/span>/g,
      '|$1|',
    )
    .replace(
      /<div epub:type="pagebreak" role="doc-pagebreak" id="page-(\w+)" aria-label="\w+"><\/div>/g,
      '‖$1‖',
    )
}

const at = (source: string | undefined, offset: number | undefined, folio = '7') => ({
  part: 'a',
  folio,
  source,
  offset,
})
const p = (html: string, tag = 'p') => `<${tag} data-source="1:1-1:9">${html}</${tag}>`

test.each([
  [
    'at the start of a part',
    '<article><p>甲</p></article>',
    [at(undefined, undefined)],
    '<article>|7|<p>甲</p></article>',
  ],
  ['at the start of a paragraph', p('甲乙'), [at('1:1-1:9', 0)], p('|7|甲乙')],
  ['inside a paragraph', p('甲乙丙'), [at('1:1-1:9', 2)], p('甲乙|7|丙')],
  [
    'twice in one paragraph',
    p('甲乙丙丁'),
    [at('1:1-1:9', 1, '7'), at('1:1-1:9', 3, '8')],
    p('甲|7|乙丙|8|丁'),
  ],
  ['not counting white space', p('甲\n 乙丙'), [at('1:1-1:9', 2)], p('甲\n 乙|7|丙')],
  [
    'not counting printed page numbers',
    p('见<a>第<span class="page-number">99</span>页</a>丙'),
    [at('1:1-1:9', 3)],
    p('见<a>第<span class="page-number">99</span>页</a>|7|丙'),
  ],
  ['inside inline elements', p('甲<em>乙丙</em>'), [at('1:1-1:9', 2)], p('甲<em>乙|7|丙</em>')],
  ['before a link, never in it', p('甲<a>乙丙</a>'), [at('1:1-1:9', 2)], p('甲|7|<a>乙丙</a>')],
  [
    'before ruby, never in it',
    p('<ruby>汉<rt>hàn</rt></ruby>字'),
    [at('1:1-1:9', 2)],
    p('|7|<ruby>汉<rt>hàn</rt></ruby>字'),
  ],
  [
    'before a figure',
    `<div>${p('<img>', 'figure')}</div>`,
    [at('1:1-1:9', 0)],
    `<div>‖7‖${p('<img>', 'figure')}</div>`,
  ],
  [
    'in the first cell of a row',
    `<table><tbody>${p('<td>甲</td><td>乙</td>', 'tr')}</tbody></table>`,
    [at('1:1-1:9', 0)],
    `<table><tbody>${p('<td>|7|甲</td><td>乙</td>', 'tr')}</tbody></table>`,
  ],
  ['in the first item of a list', p('<li>甲</li>', 'ul'), [at('1:1-1:9', 0)], p('<li>|7|甲</li>', 'ul')],
  [
    'without text of its own before the next page',
    p('甲乙'),
    [at('1:1-1:9', 1, '7'), at('1:1-1:9', 1, '8')],
    p('甲|7||8|乙'),
  ],
  [
    'by the id of its block',
    '<h2 id="x">甲</h2>',
    [{ part: 'a', folio: '7', id: 'x', offset: 0 }],
    '<h2 id="x">|7|甲</h2>',
  ],
])('marks a page %s', (_, html, breaks, expected) => {
  const { tree, lost } = insertPageBreaks(fromHtml(html, { fragment: true }), breaks)
  expect(show(toHtml(tree))).toBe(expected)
  expect(lost).toEqual([])
})

test('returns the breaks that have no place', () => {
  const breaks = [at('1:1-1:9', 1), at('1:1-1:9', 9), at('2:1-2:9', 0)]
  const { lost } = insertPageBreaks(fromHtml(p('甲乙'), { fragment: true }), breaks)
  expect(lost).toEqual(breaks.slice(1))
})
