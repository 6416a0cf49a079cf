import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { ElementContent } from 'hast'
import { expect, test } from 'vitest'
import { markRare } from '../../../src/ebook/mark-rare.js'
import { uprightFigures } from '../../../src/ebook/upright-figures.js'

test.each([
  ['普通的字①', '普通的字①'],
  ['𠮷田', '<span class="rare">𠮷</span>田'],
  ['见㉑㉒注', '见<span class="rare">㉑㉒</span>注'],
  ['<p>甲<em>㐂</em></p>', '<p>甲<em><span class="rare">㐂</span></em></p>'],
  ['<code>𠮷</code>', '<code>𠮷</code>'],
])('rare characters of %s are set by an embedded font', (html, marked) => {
  expect(toHtml(markRare(fromHtml(html, { fragment: true })))).toBe(marked)
})

const upright = (figure: string) => `<span class="upright">${figure}</span>`

test.each([
  ['11月5日', `${upright('11')}月${upright('5')}日`],
  ['2026年', '2026年'],
  ['2.5倍', '2.5倍'],
  ['9+2', '9+2'],
  ['“十四五”第34位', `“十四五”第${upright('34')}位`],
  ['A4纸', 'A4纸'],
  ['10%', '10%'],
  ['<span lang="en">in 12 days</span>', '<span lang="en">in 12 days</span>'],
  [
    '<table><tbody><tr><td>12</td></tr></tbody></table>',
    '<table><tbody><tr><td>12</td></tr></tbody></table>',
  ],
])('short numbers of %s stand upright in vertical lines', (html, set) => {
  const { children } = fromHtml(html, { fragment: true })
  expect(toHtml({ type: 'root', children: uprightFigures(children as ElementContent[]) })).toBe(set)
})
