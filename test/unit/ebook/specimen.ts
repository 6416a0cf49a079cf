import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { formulaKey, formulasOf, type EbookOptions, type FormulaPicture } from '../../../src/ebook/index.js'
import type {
  ArticleMetadata,
  Asset,
  IssueMetadata,
  Pagination,
  Part,
  Publication,
} from '../../../src/issue/index.js'

const require = createRequire(import.meta.url)

/** Every construct that the hypertext and the edition can hand to the ebook, in the words of their contract. */
const body = String.raw`
<p data-source="10:1-10:40">城市<em class="dots">创新</em>与<em>path dependence</em>，<strong>要点</strong><a class="note-call" role="doc-noteref" id="call-1" href="#note-1">①</a>见<sup class="citation">[<a href="#ref-wipo">1</a>]</sup>。</p>
<h2 id="sec-one" data-source="12:1-12:5">一、<ruby>刊<rp>（</rp><rt>kān</rt><rp>）</rp>本<rp>（</rp><rt>běn</rt><rp>）</rp></ruby>的路径</h2>
<p data-source="14:1-14:99"><span class="proper-name">王安石</span>著<cite class="book-title">临川集</cite>，法文<span lang="fr">savoir-faire</span>，参见<a class="reference" href="#fig-x">图1</a>、<a class="reference" href="a02-second.xhtml#tab-y">表1</a>，<a class="page-reference" href="#fig-x" data-page-of="a01-first--fig-x">第<span class="page-number">2</span>页</a>。再注<a class="note-call" role="doc-noteref" id="call-1-2" href="#note-1">①</a><a class="note-call" role="doc-noteref" id="call-2" href="#note-2">②</a> &amp; x &lt; y。</p>
<h3 id="sec-sub" data-source="16:1-16:5">（一）细目</h3>
<ul data-source="18:1-20:5"><li class="task" data-source="18:1-18:9"><span class="checkbox" role="img" aria-label="已完成">☑</span>甲</li><li data-source="19:1-19:5"><p data-source="19:3-19:5">乙</p><ol start="3"><li>丙</li></ol></li></ul>
<blockquote data-source="22:1-22:9"><p data-source="22:3-22:9">引文。</p></blockquote>
<hr data-source="23:1-23:4">
<pre data-source="24:1-26:4"><code class="language-js">if (a &lt; b &amp;&amp; c) {}
</code></pre>
<dl data-source="28:1-29:9"><dt>策源力</dt><dd><p>提出新问题的能力。</p></dd></dl>
<figure class="figure wide" id="fig-x" data-source="31:1-31:60"><img src="figures/growth.svg" alt="折线由左下升到右上" aria-details="fig-x-description"><figcaption><span class="label">图1</span><span class="caption">增长</span><span class="caption-en" lang="en">Growth</span></figcaption><div class="credit"><p>资料来源：本刊。</p></div><details class="long-description" id="fig-x-description"><summary>图1的文字说明</summary><p>折线先平后陡。</p></details></figure>
<figure class="figure"><img class="decorative" src="figures/%E8%8A%B1.png" alt="" role="presentation"></figure>
<figure class="table wide" id="tab-x" data-source="33:1-38:4"><figcaption><span class="label">表1</span><span class="caption">排名</span></figcaption><table><thead><tr><th scope="col">城市</th><th scope="col" class="align-right">排名</th></tr></thead><tbody><tr><td>北京</td><td class="align-right">3</td></tr></tbody></table><div class="credit"><p>注：略。</p></div></figure>
<aside class="pullquote" data-source="40:1-42:4"><p>一句话</p></aside>
<aside class="box" id="box-x" aria-labelledby="box-x-title"><p class="box-title" id="box-x-title">知识窗</p><p>补充。</p></aside>
<section class="abstract"><p>摘要。</p></section>
<div class="lacuna" role="note"><p>缺页。</p></div>
<div class="verse"><p>诗行一<br>诗行二</p></div>
<div class="equation" id="eq-g"><math display="block"><semantics><mrow><mi>g</mi><mo>=</mo><mfrac><mi>x</mi><mn>2</mn></mfrac></mrow><annotation encoding="application/x-tex">g = \frac{x}{2}</annotation></semantics></math><span class="equation-number">（1）</span></div>
<p>行内<math><mi>E</mi><mo>=</mo><mi>m</mi></math>与<code>code</code>、<kbd>Ctrl</kbd>、H<sub>2</sub>O、<del>删</del>。<!-- 不印 --></p>
<div class="signature"><p>本刊编辑部</p></div>`

const notes = `<section class="notes"><p class="notes-title">注释</p>
<aside class="note" epub:type="footnote" role="doc-footnote" id="note-1"><a class="note-number" href="#call-1" role="doc-backlink">①</a><p>第一条注文。</p></aside>
<aside class="note" epub:type="footnote" role="doc-footnote" id="note-2"><a class="note-number" href="#call-2" role="doc-backlink">②</a><p>第二条注文。</p></aside></section>`

const references = `<section class="references" role="doc-bibliography"><h2 id="references">参考文献</h2><ol><li id="ref-wipo">WIPO. Global Innovation Index 2022[R].</li></ol></section>`

const second = `<p data-source="5:1-5:80">第二篇的正文很长，一直写到另一页去，没有停在页尾。</p>
<figure class="table" id="tab-y"><figcaption><span class="label">表1</span><span class="caption">又一表</span></figcaption><table><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table></figure>`

const first: ArticleMetadata = {
  title: '从“跟跑”到《领跑》',
  subtitle: '一个副题',
  kind: 'article',
  authors: [{ name: '张三', nameEn: 'Zhang San', affiliation: '甲单位' }, { name: '李四' }],
  keywords: ['创新', '城市'],
  keywordsEn: [],
  references: [{ id: 'wipo', text: 'WIPO. Global Innovation Index 2022[R].' }],
}

const metadata: IssueMetadata = {
  id: 'specimen-2026-11',
  language: 'zh-Hans-CN',
  theme: 'journal',
  periodical: {
    title: '刊本',
    titleEn: 'Kanben',
    issn: '1234-5679',
    supervisor: '主管单位',
    sponsor: '主办单位',
    publisher: '出版单位',
    editorInChief: '主编甲',
    editors: ['编辑乙', '编辑丙'],
    printer: '印厂',
    distributor: '邮局',
  },
  issue: {
    year: 2026,
    volume: 7,
    number: 11,
    totalNumber: 83,
    doi: '10.1234/kanben.2026.11',
    date: { year: 2026, month: 11 },
  },
  feature: { title: '专题 & 标题', titleEn: 'The Feature', introduction: '导语。' },
  rights: '版权所有',
  subjects: ['科技创新'],
  output: { reading: true, ebook: true },
}

/** A publication of four parts as the theme would render it. */
export const specimen: Publication<Root> = {
  edition: 'ebook',
  metadata,
  parts: [
    part(
      'cover',
      'cover',
      '封面',
      '<section class="cover" id="cover"><h1>刊本</h1><svg viewBox="0 0 10 10" role="img" aria-label="徽"><linearGradient id="g"></linearGradient><path d="M0 0h10"></path></svg></section>',
    ),
    part(
      'contents',
      'contents',
      '目次',
      `<section class="contents" id="contents"><h1>目次</h1><ol><li><a href="a01-first.xhtml">从“跟跑”到《领跑》</a><span class="page-number" data-page-of="a01-first">0</span></li></ol></section>`,
    ),
    article('a01-first', '特别策划', first, body + notes + references),
    article(
      'a02-second',
      '特别策划',
      { ...first, title: '第二篇', subtitle: undefined, references: [] },
      second,
    ),
    part(
      'colophon',
      'colophon',
      '版权页',
      '<section class="colophon" role="doc-colophon" id="colophon"><h1>版权页</h1><p>主办单位</p></section>',
    ),
  ],
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><path d="M0 20 40 0" stroke="#1a1a1a"/></svg>`
/** One white pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=='

const growth: Asset = {
  path: 'figures/growth.svg',
  mediaType: 'image/svg+xml',
  width: 40,
  height: 20,
  bytes: Buffer.from(svg),
}
const flower: Asset = {
  path: 'figures/花.png',
  mediaType: 'image/png',
  width: 1,
  height: 1,
  bytes: Buffer.from(png, 'base64'),
}
const cover: Asset = { ...flower, path: 'cover.png' }

export const pagination: Pagination = {
  pageCount: 6,
  pageOf: new Map([
    ['cover', 0],
    ['contents', 1],
    ['a01-first', 2],
    ['a01-first--fig-x', 3],
    ['a02-second', 4],
    ['colophon', 5],
  ]),
  folios: [undefined, undefined, '1', '2', '3', '4'],
}

/** Options for the specimen; every one of them is given. */
export function specimenOptions(): EbookOptions {
  const font = require.resolve('@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf')
  return {
    css: ':root { --mono: "kb-mono", monospace; --unused: "kb-hei" }\nbody { margin: 1em }\ncode { font-family: var(--mono) }\n',
    faces: [
      {
        family: 'kb-mono',
        weight: 400,
        style: 'normal',
        fileName: 'kb-mono-400.ttf',
        bytes: readFileSync(font),
      },
      {
        family: 'kb-hei',
        weight: 700,
        style: 'normal',
        fileName: 'kb-hei-700.ttf',
        bytes: new Uint8Array([1]),
      },
    ],
    assets: new Map([growth, flower].map((asset) => [asset.path, asset])),
    modified: new Date('2026-11-01T00:00:00Z'),
    pagination,
    pageBreaks: [
      { part: 'a01-first', folio: '1' },
      { part: 'a01-first', folio: '2', source: '14:1-14:99', offset: 9 },
      { part: 'a02-second', folio: '3' },
      { part: 'a02-second', folio: '3a', source: '5:1-5:80', offset: 12 },
    ],
    coverImage: cover,
  }
}

/** A picture for every formula of the specimen. */
export function specimenFormulas(): ReadonlyMap<string, FormulaPicture> {
  const formulas = specimen.parts.flatMap(({ content }) => formulasOf(content))
  return new Map(
    formulas.map((math, index) => [
      formulaKey(math),
      { asset: { ...flower, path: `drawn://formula-${index + 1}.png`, width: 40, height: 20 }, depth: 0.5 },
    ]),
  )
}

function part(id: string, kind: Part<Root>['kind'], title: string, html: string): Part<Root> {
  return { id, kind, title, start: 'page', content: fromHtml(html, { fragment: true }) }
}

function article(id: string, section: string, metadata: ArticleMetadata, html: string): Part<Root> {
  const opener = `<header class="opener"><h1>${metadata.title}</h1></header>`
  return {
    ...part(
      id,
      'article',
      metadata.title,
      `<article class="article" id="${id}" data-file="${id}.md">${opener}${html}</article>`,
    ),
    section,
    path: `${id}.md`,
    article: metadata,
  }
}
