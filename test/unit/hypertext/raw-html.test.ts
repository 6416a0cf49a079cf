import { expect, test } from 'vitest'
import { hypertextOf } from './hypertext-of.js'

test.each<[string, string]>([
  ['H<sub>2</sub>O<br>x<wbr/>y', '<p>H<sub>2</sub>O<br>x<wbr>y</p>'],
  ['<abbr title="A &amp; B">A</abbr>', '<p><abbr title="A &#x26; B">A</abbr></p>'],
  [
    '<SPAN LANG=fr class="proper-name">*甲*</SPAN>',
    '<p><span lang="fr" class="proper-name"><em class="dots">甲</em></span></p>',
  ],
  ['<ruby><rb>汉</rb><rt>hàn</rt></ruby>', '<p><ruby>汉<rt>hàn</rt></ruby></p>'],
  ['> <kbd>a</kbd>', '<blockquote><p><kbd>a</kbd></p></blockquote>'],
  [
    '<table><tr><td colspan="2">甲\n乙</td></tr></table>',
    '<table><tr><td colspan="2">甲乙</td></tr></table>',
  ],
  ['<span>\n甲&nbsp;乙 &lt;\n</span>', '<p><span>甲\u00a0乙 &#x3C; </span></p>'],
  ['a < b 且 c > d', '<p>a &#x3C; b 且 c > d</p>'],
])('%s', (markdown, expected) => {
  const { html, messages } = hypertextOf(markdown)
  expect({ html: html.replace('<span> ', '<span>'), messages }).toEqual({ html: expected, messages: [] })
})

test.each<[string, string[]]>([
  ['甲<script>alert(1)</script>', ['html-allowed 1:2']],
  ['<script>\nalert(1)\n</script>', ['html-allowed 1:1']],
  ['<style>p{}</style>', ['html-allowed 1:1']],
  ['甲\n\n<iframe src="http://a.b"></iframe>', ['html-allowed 3:1']],
  ['<div>甲</div>', ['html-allowed 1:1']],
  ['甲<a href="http://a.b">乙</a>', ['html-allowed 1:2']],
  ['<img src=x onerror=alert(1)>', ['html-allowed 1:1']],
  ['甲<span onclick="x">乙</span>', ['html-allowed 1:2']],
  ['甲<span style="color:red">乙</span>', ['html-allowed 1:2']],
  ['甲<span class="note-call">乙</span>', ['html-allowed 1:2']],
  ['甲<svg><script>x</script></svg>', ['html-allowed 1:2', 'html-allowed 1:7']],
  ['甲<td>乙</td>', ['html-allowed 1:2']],
  ['<table><tr><td colspan="x">甲</td></tr></table>', ['html-allowed 1:12']],
  ['<table><tr><td onclick="x">甲</td></tr></table>', ['html-allowed 1:12']],
  ['<?php x ?>', ['html-closed 1:1']],
  ['<!DOCTYPE html>', ['html-closed 1:1']],
  ['甲<sub>2\n\n乙', ['html-closed 1:2']],
  ['甲</sub>乙', ['html-closed 1:2']],
  ['甲<b><i>乙</b></i>', ['html-closed 1:5', 'html-closed 1:13']],
  ['*甲<b>乙*丙</b>', ['html-closed 1:9', 'html-closed 1:3']],
  ['<table>\n<tr><td>甲</td></tr>\n\n乙', ['html-closed 1:1']],
  ['<!-- 甲\n\n乙', ['html-closed 1:1']],
  ['<b id="x">甲</b><i id="x">乙</i>', ['id-unique 1:16']],
])('%j is refused', (markdown, expected) => {
  const { html, messages } = hypertextOf(markdown)
  expect(messages).toEqual(expected)
  expect(html).not.toMatch(/<(?:script|style|iframe|div|img|svg)|onclick|onerror|style=/)
})

test('what is left open takes in nothing that follows', () => {
  expect(hypertextOf('甲<sub>2\n\n乙').html).toBe('<p>甲<sub>2</sub></p><p>乙</p>')
})
