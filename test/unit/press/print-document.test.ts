import { describe, expect, test } from 'vitest'
import type { ArticleMetadata, Asset } from '../../../src/issue/index.js'
import { printDocument } from '../../../src/press/document/index.js'
import type { OutlineEntry } from '../../../src/press/outline-entry.js'
import { planOutline } from '../../../src/press/document/plan-outline.js'
import { css, noAssets, pageRules, part, publicationOf, samplePublication } from './sample-publication.js'

const html = (markup: string, assets = noAssets) =>
  String(
    printDocument({
      publication: publicationOf([part('a', markup)]),
      css,
      pageRules,
      faces: [],
      assets,
    }).files.get('index.html'),
    // The marks of tags are tested on their own.
  ).replaceAll(/ lang="[^"]*x-k\d+" data-tag="\d+"/g, '')

test.each([
  ['a part gets its id', '<p>文</p>', /<div class="part part-article" data-part="a" id="a"><p>文/],
  ['unless it has it', '<p id="a">文</p>', /<div class="part part-article" data-part="a"><p id="a">文/],
  ['language and policy', '<p>文</p>', /<html lang="zh-Hans-CN"><head>.*default-src &#x27;none&#x27;/],
  [
    'targets of page references are linked',
    '<p data-page-of="b--x">文</p>',
    /<nav[^>]*hidden[^>]*>.*<a href="#b--x">/,
  ],
])('%s', (_, markup, expected) => {
  expect(html(markup)).toMatch(expected)
})

test('pictures become files with plain names; the publication is left as it was', () => {
  const asset = (path: string): [string, Asset] => [
    path,
    { path, mediaType: 'image/png', width: 1, height: 1, bytes: new Uint8Array([1]) },
  ]
  const publication = publicationOf([
    part('a', '<img src="图/甲.png"><img src="乙 ../x.png"><img src="图/甲.png">'),
  ])
  const before = structuredClone(publication)
  const { files } = printDocument({
    publication,
    css,
    pageRules,
    faces: [],
    assets: new Map([asset('图/甲.png'), asset('乙 ../x.png')]),
  })
  expect([...files.keys()]).toEqual(['picture-1.png', 'picture-2.png', 'style.css', 'index.html'])
  expect(files.get('index.html')).toMatch(/picture-1\.png.*picture-2\.png.*picture-1\.png/)
  expect(publication).toEqual(before)
})

test('one drawing used twice keeps its ids apart', () => {
  const bytes = new TextEncoder().encode('<svg><linearGradient id="g"/><rect fill="url(#g)"/></svg>')
  const asset: Asset = { path: 'x.svg', mediaType: 'image/svg+xml', width: 1, height: 1, bytes }
  const text = html('<img src="x.svg"><img src="x.svg">', new Map([['x.svg', asset]]))
  const ids = [...text.matchAll(/ id="([^"]*g)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(2)
  for (const id of ids) expect(text).toContain(`url(#${id})`)
})

test('a picture that is not among the assets is refused', () => {
  expect(() => html('<img src="gone.png">')).toThrow(/gone\.png/)
})

describe('outline', () => {
  const shape = (entries: readonly OutlineEntry[]): unknown[] =>
    entries.map((entry) => [`${entry.title}→${entry.target}`, ...shape(entry.children)])

  test('sections, articles, headings', () => {
    expect(shape(planOutline(samplePublication()))).toEqual([
      ['封面→cover'],
      ['目次→contents'],
      ['编者按→a00-note'],
      ['特别策划→a01-x', ['第一篇→a01-x', ['小标题→a01-x--h']], ['第二篇→a02-y']],
      ['版权页→colophon'],
    ])
  })

  test.each([
    ['<h2 id="h">一\n  二</h2>', '一 二'],
    [
      '<h2 id="h"><ruby>字<rp>（</rp><rt>zì</rt><rp>）</rp></ruby>的<a class="note-call">①</a><sup class="citation">[1]</sup></h2>',
      '字的',
    ],
    ['<h2 id="h"><em class="dots">要</em>点</h2>', '要点'],
  ])('%s', (markup, title) => {
    expect(planOutline(publicationOf([part('a', markup)]))[0]?.children[0]?.title).toBe(title)
  })

  test.each([
    [[], '题'],
    [['甲'], '题\u3000甲'],
    [['甲', '乙', '丙', '丁'], '题\u3000甲、乙、丙等'],
  ])('authors %j', (names, title) => {
    const article: ArticleMetadata = {
      title: '题',
      kind: 'article',
      authors: names.map((name) => ({ name, posts: [] })),
      keywords: [],
      keywordsEn: [],
      references: [],
    }
    const whole = { ...part('a', ''), title: '题', article }
    expect(planOutline(publicationOf([whole])).map((entry) => entry.title)).toEqual([title])
  })

  test('the same section again later is a group of its own', () => {
    const parts = ['一', '二', '一'].map((section, index) => part(`a${index}`, '', { section }))
    expect(planOutline(publicationOf(parts)).map(({ title }) => title)).toEqual(['一', '二', '一'])
  })
})
