import { describe, expect, test } from 'vitest'
import { htmlOf, hypertextOf } from './hypertext-of.js'

const ruby = (base: string, annotation: string, className = ' class="latin"'): string =>
  `<ruby${className}>${base}<rp>（</rp><rt>${annotation}</rt><rp>）</rp></ruby>`

describe('text', () => {
  test.each<[string, string, string]>([
    ['line end between Chinese', '汉字\n汉字，\n“汉”\n字', '<p>汉字汉字，“汉”字</p>'],
    ['line end beside Latin', 'one\ntwo 汉\nthree\n字', '<p>one two 汉 three 字</p>'],
    [
      'line end around marks',
      '汉\n**字**\n汉*字*\nx',
      '<p>汉<strong>字</strong>汉<em class="dots">字</em> x</p>',
    ],
    [
      'line end behind a citation',
      '汉:cite[r]\n字',
      '<p>汉<sup class="citation">[<a href="#ref-r">1</a>]</sup>字</p>',
    ],
    [
      'line end before a cross reference',
      '见\n[](#s)\n字\n\n## 甲 {#s}',
      '<p>见<a class="reference" data-target-path="01-a.md" data-target-id="s"></a>字</p><h2 id="s">甲</h2>',
    ],
    ['quotations', '汉<q>引<q>语</q></q>', '<p>汉<q>“引<q>‘语’</q>”</q></p>'],
    ['all bold', '**问：汉字？**', '<p class="lead"><strong>问：汉字？</strong></p>'],
    ['bold at first', '**问：**汉字？', '<p><strong>问：</strong>汉字？</p>'],
    ['hard break', '汉\\\n字', '<p>汉<br>字</p>'],
    [
      'emphasis by script',
      '*汉字word 2汉*',
      '<p><em class="dots">汉字</em><em>word 2</em><em class="dots">汉</em></p>',
    ],
    ['emphasis on a year', '*2012年*', '<p><em class="dots">2012年</em></p>'],
    [
      'emphasis within strong, and around a link',
      '***汉***[*汉x*](http://a.b)',
      '<p><strong><em class="dots">汉</em></strong><a href="http://a.b"><em class="dots">汉</em><em>x</em></a></p>',
    ],
    ['mono ruby', '{汉字|hàn zì}', `<p>${ruby('汉', 'hàn')}${ruby('字', 'zì')}</p>`],
    ['group ruby', '{刊本|かんぽん}', `<p>${ruby('刊本', 'かんぽん', '')}</p>`],
    [
      'names and languages',
      ':name[王安石]，:book[呐喊]:lang[mot]{lang=fr}',
      '<p><span class="proper-name">王安石</span>，<cite class="book-title">呐喊</cite><span lang="fr">mot</span></p>',
    ],
    [
      'names side by side',
      ':name[王安石]:book[呐喊]:name[甲]',
      '<p><span class="proper-name parted">王安<span class="line-end">石</span></span><cite class="book-title parted">呐<span class="line-end">喊</span></cite><span class="proper-name">甲</span></p>',
    ],
    ['inline code and a rule', '`a < b`\n\n---', '<p><code>a &#x3C; b</code></p><hr>'],
    ['code', '```python\na = 1\n```', '<pre><code class="language-python">a = 1\n</code></pre>'],
    ['definition list', '甲\n: 乙', '<dl><dt>甲</dt><dd>乙</dd></dl>'],
    [
      'tasks',
      '- [x] 甲\n- [ ] 乙',
      '<ul><li class="task"><span class="checkbox" role="img" aria-label="已完成">☑</span> 甲</li><li class="task"><span class="checkbox" role="img" aria-label="未完成">☐</span> 乙</li></ul>',
    ],
    ['ordered list', '3. 甲\n4. 乙', '<ol start="3"><li>甲</li><li>乙</li></ol>'],
    ['loose list', '- 甲\n\n- 乙', '<ul><li><p>甲</p></li><li><p>乙</p></li></ul>'],
    [
      'heading ids',
      '## 甲\n\n### 乙\n\n### 丙 {#c}\n\n### 丁\n\n## 戊',
      '<h2 id="sec-1">甲</h2><h3 id="sec-1-1">乙</h3><h3 id="c">丙</h3><h3 id="sec-1-3">丁</h3><h2 id="sec-2">戊</h2>',
    ],
    [
      'a made id keeps clear of a given one',
      '## 甲\n\n## 乙 {#sec-1}',
      '<h2 id="sec-1x">甲</h2><h2 id="sec-1">乙</h2>',
    ],
    ['comments vanish', '汉<!-- x -->字\n\n<!-- y\n\nz -->\n\n尾', '<p>汉字</p><p>尾</p>'],
  ])('%s', (_, markdown, expected) => {
    const { html, messages } = hypertextOf(markdown, { metadata: { references: [{ id: 'r', text: 'R' }] } })
    expect({ html, messages }).toEqual({ html: expected, messages: [] })
  })

  test('ideographic indents go, with one notice for all', () => {
    const { html, messages } = hypertextOf('甲\n\n　　乙\n　　丙\n\n　丁')
    expect({ html, messages }).toEqual({
      html: '<p>甲</p><p>乙丙</p><p>丁</p>',
      messages: ['paragraph-indent 3:1'],
    })
  })
})

describe('blocks', () => {
  test.each<[string, string, string]>([
    [
      'lone picture',
      '![甲图](f/a.svg "题"){#fig-a .wide}',
      '<figure class="figure wide" id="fig-a"><img src="f/a.svg" alt="甲图"><figcaption><span class="label">图1</span><span class="caption">题</span></figcaption></figure>',
    ],
    [
      'lone picture without caption',
      '![甲图](a.svg)',
      '<figure class="figure"><img src="a.svg" alt="甲图"></figure>',
    ],
    [
      'ornament',
      '![](a.svg){.decorative}',
      '<figure class="figure"><img src="a.svg" alt="" role="presentation"></figure>',
    ],
    ['picture in a line', '见![甲图](a.svg)。', '<p>见<img src="a.svg" alt="甲图">。</p>'],
    [
      'figure',
      '::::figure[题]{#f}\n![甲图](a.svg)\n\n:::description\n长。\n:::\n::::',
      '<figure class="figure" id="f"><img src="a.svg" alt="甲图" aria-details="f-description"><figcaption><span class="label">图1</span><span class="caption">题</span></figcaption><details class="long-description" id="f-description"><summary>图1的文字说明</summary><p>长。</p></details></figure>',
    ],
    [
      'figure with everything',
      ':::figure[题*x*]{#f caption-en="T"}\n![甲图](a.svg)\n\n源。\n:::',
      '<figure class="figure" id="f"><img src="a.svg" alt="甲图"><figcaption><span class="label">图1</span><span class="caption">题<em>x</em></span><span class="caption-en" lang="en">T</span></figcaption><div class="credit"><p>源。</p></div></figure>',
    ],
    [
      'table',
      ':::table[题]{#t}\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n注。\n:::',
      '<figure class="table" id="t"><figcaption><span class="label">表1</span><span class="caption">题</span></figcaption><table><thead><tr><th scope="col" class="align-left">a</th><th scope="col" class="align-right">b</th></tr></thead><tbody><tr><td class="align-left">1</td><td class="align-right">2</td></tr></tbody></table><div class="credit"><p>注。</p></div></figure>',
    ],
    [
      'table without a head',
      '| | |\n|--|--|\n| 1 | 2 |',
      '<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    [
      'short row',
      '| a | b |\n|--|--|\n| 1 |',
      '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>',
    ],
    [
      'HTML table',
      ':::table[题]\n<table>\n<tr><th rowspan="2">甲</th><td>一\n二</td></tr>\n\n<tr><td>x</td></tr>\n</table>\n:::',
      '<figure class="table" id="tab-1"><figcaption><span class="label">表1</span><span class="caption">题</span></figcaption><table><tr><th rowspan="2" scope="rowgroup">甲</th><td>一二</td></tr><tr><td>x</td></tr></table></figure>',
    ],
    [
      'box',
      ':::box[题]{#b .wide}\n甲\n:::',
      '<aside class="box wide" id="b" aria-labelledby="b-title"><p class="box-title" id="b-title">题</p><p>甲</p></aside>',
    ],
    [
      'boxes without id',
      ':::box\n甲\n:::\n\n:::box[题]\n乙\n:::',
      '<aside class="box" id="box-1"><p>甲</p></aside><aside class="box" id="box-2" aria-labelledby="box-2-title"><p class="box-title" id="box-2-title">题</p><p>乙</p></aside>',
    ],
    [
      'box with a table',
      '::::box[题]\n:::table[表]\n| a |\n|--|\n:::\n::::',
      '<aside class="box" id="box-1" aria-labelledby="box-1-title"><p class="box-title" id="box-1-title">题</p><figure class="table" id="tab-1"><figcaption><span class="label">表1</span><span class="caption">表</span></figcaption><table><thead><tr><th scope="col">a</th></tr></thead></table></figure></aside>',
    ],
    ['verse', ':::verse\n一\n二\n\n三\n:::', '<div class="verse"><p>一<br>二</p><p>三</p></div>'],
    ['signature', ':::signature\n部\n月\n:::', '<div class="signature"><p>部<br>月</p></div>'],
    [
      'the rest',
      ':::pullquote\n甲\n:::\n\n:::abstract\n乙\n:::\n\n:::lacuna\n丙\n:::\n\n> 丁',
      '<aside class="pullquote"><p>甲</p></aside><section class="abstract"><p>乙</p></section><div class="lacuna" role="note"><p>丙</p></div><blockquote><p>丁</p></blockquote>',
    ],
  ])('%s', (_, markdown, expected) => {
    const { html, messages } = hypertextOf(markdown)
    expect({ html, messages }).toEqual({ html: expected, messages: [] })
  })

  test('every block has its place, the YAML block counted', () => {
    const { hypertext } = hypertextOf('---\ntitle: a\n---\n\n甲\n\n- 乙')
    expect(hypertext.body.children.filter((child) => child.type === 'element')).toMatchObject([
      { tagName: 'p', properties: { dataSource: '5:1-5:2' } },
      {
        tagName: 'ul',
        properties: { dataSource: '7:1-7:4' },
        children: [{ properties: { dataSource: '7:1-7:4' } }],
      },
    ])
  })
})

describe('formulas', () => {
  test('are MathML with the TeX as alternative', () => {
    expect(hypertextOf('$x$').html).toBe(
      '<p><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mi>x</mi></math></p>',
    )
  })
  test('are numbered when they have an id', () => {
    const { html, hypertext } = hypertextOf('$$\nx\n$$\n\n$$ {#eq-y}\ny\n$$')
    expect(html).toContain(
      '<div class="equation" id="eq-y"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"',
    )
    expect(html.match(/<span class="equation-number">（1）<\/span>/g)).toHaveLength(1)
    expect(hypertext.targets).toMatchObject([{ id: 'eq-y', kind: 'equation', number: 1 }])
  })
  test.each<[string, string]>([
    ['g_{增长}', '<msub><mi>g</mi><mrow><mtext>增长</mtext></mrow></msub>'],
    ['\\overline{A}', '<mover accent="true"><mrow><mi>A</mi></mrow><mo stretchy="true">‾</mo></mover>'],
    [
      '\\begin{cases}a&b\\end{cases}',
      '<mtd style="padding-left:1em;padding-right:0em;text-align:left"><mi>b</mi></mtd>',
    ],
  ])('%s', (tex, expected) => {
    const { html, messages } = hypertextOf(`$${tex}$`)
    expect(messages).toEqual([])
    expect(html).toContain(expected)
    expect(html).not.toMatch(/class=|annotation/)
  })
  test.each<[string, string[]]>([
    ['甲$\\frac{1$', ['math-readable 1:10']],
    ['$$\nx\n\\nosuch\n$$', ['math-readable 3:1']],
    ['$\\href{http://a.b}{x}$', ['math-readable 1:2']],
    ['$\\includegraphics{a.png}$', ['math-readable 1:2']],
    ['$\\htmlClass{a}{x}$', ['math-readable 1:2']],
    ['$\\cancel{x}$', ['math-readable 1:2']],
    ['$x\\tag{3}$', ['math-readable 1:3']],
    ['$5%$ $5\\%$', ['math-readable 1:3']],
    ['$$\n$$', ['math-not-empty 1:1']],
    ['从$5涨到$6', ['math-meant 1:2']],
    ['从 $5 to $ 6', ['math-meant 1:3']],
  ])('%j', (markdown, expected) => {
    expect(hypertextOf(markdown).messages).toEqual(expected)
  })
})

describe('notes', () => {
  test('are numbered by their first call; a note may call another', () => {
    const { html, hypertext, messages } = hypertextOf(
      '甲[^b]乙[^a]丙[^b]\n\n[^a]: 甲注[^c]\n\n[^b]: 乙注\n\n    二段\n\n[^c]: 丙注',
    )
    expect(messages).toEqual([])
    expect(html).toBe(
      '<p>甲<a class="note-call" role="doc-noteref" id="call-1" href="#note-1">①</a>乙<a class="note-call" role="doc-noteref" id="call-2" href="#note-2">②</a>丙<a class="note-call" role="doc-noteref" id="call-1-2" href="#note-1">①</a></p>',
    )
    expect(
      hypertext.notes.map(({ id, mark, calls, content }) => [
        id,
        mark,
        calls,
        htmlOf({ type: 'root', children: [...content] }),
      ]),
    ).toEqual([
      ['note-1', '①', ['call-1', 'call-1-2'], '<p>乙注</p><p>二段</p>'],
      [
        'note-2',
        '②',
        ['call-2'],
        '<p>甲注<a class="note-call" role="doc-noteref" id="call-3" href="#note-3">③</a></p>',
      ],
      ['note-3', '③', ['call-3'], '<p>丙注</p>'],
    ])
  })

  test('marks go from ① to ㊿, then (51)', () => {
    const count = 51
    const numbers = Array.from({ length: count }, (_, index) => index + 1)
    const { hypertext } = hypertextOf(
      `${numbers.map((n) => `[^${n}]`).join('甲')}\n\n${numbers.map((n) => `[^${n}]: 注`).join('\n')}`,
    )
    expect([1, 20, 21, 35, 36, 50, 51].map((n) => hypertext.notes[n - 1]?.mark).join()).toBe(
      '①,⑳,㉑,㉟,㊱,㊿,(51)',
    )
  })

  test.each<[string, string, string[]]>([
    ['call without a text', '甲[^a]乙', ['note-text 1:2']],
    ['call in code is none', '`[^a]` \\[^a]', []],
    ['call in a box, text outside', ':::box[题]\n甲[^a]\n:::\n\n[^a]: 注', []],
    [
      'call outside, text in a box',
      '甲[^a]\n\n:::box[题]\n乙\n\n[^a]: 注\n:::',
      ['note-text 1:2', 'note-called 6:1'],
    ],
    ['text without a call', '甲\n\n[^a]: 注', ['note-called 3:1']],
    ['text given twice', '甲[^a]\n\n[^a]: 注\n\n[^a]: 又', ['note-unique 5:1']],
    ['empty text', '甲[^a]\n\n[^a]:', ['note-not-empty 3:1']],
    ['notes that only call themselves', '甲\n\n[^a]: 注[^a]', ['note-called 3:1']],
  ])('%s', (_, markdown, expected) => {
    expect(hypertextOf(markdown).messages).toEqual(expected)
  })

  test('a full-width colon is named as the cause', () => {
    const { article } = hypertextOf('甲[^a]\n\n[^a]：注')
    expect(article.file.messages[0]?.note).toBe('Write [^a]: with an ASCII colon')
  })
})

describe('citations', () => {
  const metadata = { references: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id })) }
  test.each<[string, string]>([
    [':cite[b]', '[2]'],
    [':cite[d,a]', '[1,4]'],
    [':cite[a,b，c]', '[1-3]'],
  ])('%s', (markdown, expected) => {
    const { html } = hypertextOf(markdown, { metadata })
    expect(html.replace(/<[^>]+>/g, '')).toBe(expected)
  })
  test('unknown ids, and entries that nothing cites', () => {
    const { messages } = hypertextOf('甲:cite[a,x]', { metadata })
    expect(messages).toEqual([
      'cite-known 1:2',
      'reference-cited :',
      'reference-cited :',
      'reference-cited :',
    ])
  })
})

describe('links', () => {
  test('targets, pictures and references are collected', () => {
    const { hypertext } = hypertextOf(
      '[](#a) [乙](../02-b.md#c) :page[x.md]\n\n![图甲](../f/%E5%9B%BE.svg)\n\n![图乙](https://a.b/c.png)',
      {
        path: 'text/01-a.md',
      },
    )
    expect(hypertext.references.map(({ kind, path, id }) => [kind, path, id])).toEqual([
      ['reference', 'text/01-a.md', 'a'],
      ['link', '02-b.md', 'c'],
      ['page', 'text/x.md', undefined],
    ])
    expect(hypertext.assetUses.map(({ path }) => path)).toEqual(['f/图.svg', 'https://a.b/c.png'])
  })

  test.each<[string, string[]]>([
    ['[甲]()', ['link-destination 1:1']],
    ['[](http://a.b)', ['link-text 1:1']],
    ['[甲](javascript:alert(1))', ['link-protocol 1:1']],
    ['[甲](JaVaScRiPt:x)', ['link-protocol 1:1']],
    ['[甲](&#106;avascript:x)', ['link-protocol 1:1']],
    ['[甲](java&Tab;script:x)', ['link-protocol 1:1']],
    ['[甲](data:text/html,x)', ['link-protocol 1:1']],
    ['[甲](vbscript:x)', ['link-protocol 1:1']],
    ['<javascript:x>', ['link-protocol 1:1']],
    ['[甲](//a.b)', ['link-protocol 1:1']],
    ['[甲](file.pdf)', ['link-protocol 1:1']],
    ['[甲](http://a.b "乙")', ['title-printed 1:1']],
    ['[甲](mailto:a@b.c)', []],
    ['<https://a.b>', []],
  ])('%s', (markdown, expected) => {
    const { html, messages } = hypertextOf(markdown)
    expect(messages).toEqual(expected)
    if (expected[0]?.startsWith('link-protocol')) expect(html).not.toContain('href')
  })
})

describe('mistakes', () => {
  test.each<[string, string, string[]]>([
    ['heading of level 1', '# 甲', ['heading-levels 1:1']],
    ['first heading too deep', '### 甲', ['heading-levels 1:1']],
    ['level skipped', '## 甲\n\n#### 乙', ['heading-levels 3:1']],
    ['empty heading', '##', ['heading-text 1:1']],
    ['heading by underline', '甲\n---', ['heading-marked 1:1']],
    [
      'id that is no name',
      '## 甲 {#1a}\n\n## 乙 {#图}\n\n## 丙 {#a--b}',
      ['id-ascii 1:1', 'id-ascii 3:1', 'id-ascii 5:1'],
    ],
    ['id given twice', '## 甲 {#a}\n\n:::box{#a}\n乙\n:::', ['id-unique 3:1']],
    ['id of the build', '## 甲 {#note-1}', ['id-unique 1:1']],
    ['picture without alternative', '![](a.svg)', ['image-alternative 1:1']],
    [
      'alternative that says nothing',
      '![图片](a.svg)\n\n![图1](a.svg)\n\n![map_2.png](map_2.png)',
      [
        'image-alternative-meaningful 1:1',
        'image-alternative-meaningful 3:1',
        'image-alternative-meaningful 5:1',
      ],
    ],
    ['picture without file', '![甲图]()', ['image-destination 1:1']],
    ['caption of a picture in a line', '甲![乙图](a.svg "丙")', ['title-printed 1:2']],
    ['description outside of a figure', ':::description\n甲\n:::', ['description-in-figure 1:1']],
    [
      'description with a note',
      '::::figure\n![乙图](a.svg)\n\n:::description\n甲[^1]\n:::\n::::\n\n[^1]: 丙',
      ['description-plain 5:2'],
    ],
    [
      'description with nothing in it',
      '::::figure\n![乙图](a.svg)\n\n:::description\n:::\n::::',
      ['directive-text 4:1'],
    ],
    ['caption twice', ':::figure[甲]\n![乙图](a.svg "丙")\n:::', ['title-printed 2:1']],
    ['figure without picture', ':::figure[甲]\n乙\n:::', ['figure-image 1:1']],
    ['table directive without table', ':::table[甲]\n乙\n:::', ['table-one 1:1']],
    ['table directive with two', ':::table[甲]\n| a |\n|--|\n\n| b |\n|--|\n:::', ['table-one 1:1']],
    ['cells beyond the head', '| a | b |\n|--|--|\n| 1 | 2 | 3 |', ['table-cells 3:1']],
    ['text that became a row', '| a | b |\n|--|--|\n| 1 | 2 |\n注：丙', ['table-row 4:1']],
    ['marker without partner', '甲**乙\n\n~~丙', ['marker-paired 1:2', 'marker-paired 3:1']],
    ['more than the language of code', '```js title="甲"\n1\n```', ['code-language 1:1']],
    ['language that is none', ':lang[mot]{lang="fran çais"}', ['language-tag 1:1']],
    ['directive without text', ':name[]甲', ['directive-text 1:1']],
    ['two abstracts', ':::abstract\n甲\n:::\n\n:::abstract\n乙\n:::', ['abstract-once 5:1']],
    ['page reference without target', '见:page[fig-a]', ['reference-target 1:2']],
  ])('%s', (_, markdown, expected) => {
    expect(hypertextOf(markdown).messages).toEqual(expected)
  })

  test('an abstract in the metadata and in the text', () => {
    const { messages } = hypertextOf(':::abstract\n甲\n:::', { metadata: { abstract: '乙' } })
    expect(messages).toEqual(['abstract-once 1:1'])
  })
})
