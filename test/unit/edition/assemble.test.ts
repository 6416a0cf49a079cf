import type { Root } from 'hast'
import { describe, expect, test } from 'vitest'
import { assemble, checkReferences, numberPages } from '../../../src/edition/index.js'
import type { Edition, Pagination, Publication } from '../../../src/issue/index.js'
import { htmlOf } from '../hypertext/hypertext-of.js'
import { messagesOf } from '../markdown/article-of.js'
import { issueOf } from './issue-of.js'

function slotOf(edition: Edition, name: string, texts: readonly string[], pagesKnown = false): string {
  const part = assemble(issueOf(...texts), { edition, pagesKnown }).parts.find(({ id }) => id === 'a1')
  return htmlOf(part?.content.slots[name] ?? { type: 'root', children: [] })
}

const other =
  '## 节“引” {#s}\n\n![图甲](a.svg "题"){#f}\n\n$$ {#e}\nx\n$$\n\n:::box[框]{#b}\n乙\n:::\n\n:::table[表]{#t}\n| a |\n|--|\n:::'

describe('cross references', () => {
  test.each<[string, string]>([
    ['[](02.md)', '<a class="reference" href="#a2">《题2〈书〉》</a>'],
    ['[](02.md#s)', '<a class="reference" href="#a2--s">“节‘引’”</a>'],
    ['[](02.md#f)', '<a class="reference" href="#a2--f">图1</a>'],
    ['[](02.md#t)', '<a class="reference" href="#a2--t">表1</a>'],
    ['[](02.md#e)', '<a class="reference" href="#a2--e">式（1）</a>'],
    ['[](02.md#b)', '<a class="reference" href="#a2--b">“框”</a>'],
    ['[见*此*](02.md#b)', '<a class="reference" href="#a2--b">见<em class="dots">此</em></a>'],
    [
      ':page[02.md#f]',
      '<a class="page-reference" href="#a2--f" data-page-of="a2--f">第<span class="page-number">0</span>页</a>',
    ],
    [
      ':page[02.md]',
      '<a class="page-reference" href="#a2" data-page-of="a2">第<span class="page-number">0</span>页</a>',
    ],
  ])('%s in print', (markdown, expected) => {
    expect(slotOf('print', 'body', [markdown, other])).toBe(`<p>${expected}</p>`)
  })

  test.each<[string, boolean, string]>([
    ['[](02.md#f)', false, '<a class="reference" href="a2.xhtml#f">图1</a>'],
    ['[](02.md)', false, '<a class="reference" href="a2.xhtml">《题2〈书〉》</a>'],
    [':page[02.md#f]', false, '<a class="reference" href="a2.xhtml#f">图1</a>'],
    [
      ':page[02.md#f]',
      true,
      '<a class="page-reference" href="a2.xhtml#f" data-page-of="a2--f">第<span class="page-number">0</span>页</a>',
    ],
  ])('%s in the ebook, pages known: %s', (markdown, pagesKnown, expected) => {
    expect(slotOf('ebook', 'body', [markdown, other], pagesKnown)).toBe(`<p>${expected}</p>`)
  })

  test.each<[string, string[], string | undefined]>([
    ['[](#x)', ['reference-target 1:1'], undefined],
    ['[](#s)', ['reference-target 1:1'], '02.md#s'],
    ['[](02.md#ss)', ['reference-target 1:1'], '02.md#s'],
    ['甲:page[#x]', ['reference-target 1:2'], undefined],
    ['[](03.md)', ['reference-target 1:1'], '01.md'],
    ['[](#p)\n\n![图甲](a.svg){#p}', ['reference-labelled 1:1'], undefined],
    ['[见图](#p)\n\n![图甲](a.svg){#p}', [], undefined],
    ['[](02.md#s)', [], undefined],
  ])('%j is checked over the whole issue', (markdown, expected, proposal) => {
    const issue = issueOf(markdown, other)
    checkReferences(issue)
    const [article] = issue.articles
    expect(article && messagesOf(article.file)).toEqual(expected)
    if (proposal) expect(article?.file.messages[0]?.note).toContain(proposal)
  })
})

describe('ids and lists', () => {
  const text = '## 节 {#s}\n\n甲[^n]乙[^n]:cite[r]\n\n:::box[框]{#b}\n乙\n:::\n\n[^n]: 注'
  test('carry the article in print, which is one document', () => {
    expect(slotOf('print', 'body', [text])).toBe(
      '<h2 id="a1--s">节</h2><p>甲<a class="note-call" role="doc-noteref" id="a1--call-1" href="#a1--note-1">①</a>乙<a class="note-call" role="doc-noteref" id="a1--call-1-2" href="#a1--note-1">①</a><sup class="citation">[<a href="#a1--ref-r">1</a>]</sup></p><aside class="box" id="a1--b" aria-labelledby="a1--b-title"><p class="box-title" id="a1--b-title">框</p><p>乙</p></aside>',
    )
    expect(slotOf('print', 'notes', [text])).toContain('<li class="note" id="a1--note-1">')
    expect(slotOf('print', 'references', [text])).toContain('id="a1--ref-r"')
  })
  test('stay local in the ebook, where each article is a file', () => {
    expect(slotOf('ebook', 'body', [text])).toContain('id="call-1-2" href="#note-1"')
    expect(slotOf('ebook', 'notes', [text])).toMatch(
      /<aside class="note" id="note-1"[^>]* epub:type="footnote"/,
    )
    expect(slotOf('ebook', 'references', [text])).toContain('id="ref-r"')
  })
  test('no two elements of the print edition have one id', () => {
    const { parts } = assemble(issueOf(text, text, other), { edition: 'print' })
    const ids = parts.flatMap(({ content }) =>
      Object.values(content.slots).flatMap((slot) =>
        [...htmlOf(slot).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
      ),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('articles without notes have empty slots', () => {
    expect(slotOf('print', 'notes', ['甲'])).toBe('')
  })
})

test('parts stand in the order cover, contents, articles, colophon', () => {
  const { parts } = assemble(issueOf('甲', '乙'), { edition: 'print' })
  expect(parts.map(({ id, kind }) => [id, kind])).toEqual([
    ['cover', 'cover'],
    ['contents', 'contents'],
    ['a1', 'article'],
    ['a2', 'article'],
    ['colophon', 'colophon'],
  ])
  expect(parts[1]?.content.data['sections']).toMatchObject([
    { title: '专题', articles: [{ id: 'a1', href: '#a1', pageOf: 'a1', authors: ['编辑部'] }, { id: 'a2' }] },
  ])
})

describe('a long description', () => {
  const figure = '::::figure\n![甲图](a.svg)\n\n:::description\n第一句。\n\n第二句。\n:::\n::::'

  test.each<[Edition, string]>([
    ['print', '<figure class="figure"><img src="a.svg" alt="甲图。第一句。 第二句。"></figure>'],
    [
      'ebook',
      '<figure class="figure"><img src="a.svg" alt="甲图" aria-details="figure-description"><details class="long-description" id="figure-description"><summary>图的文字说明</summary><p>第一句。</p><p>第二句。</p></details></figure>',
    ],
  ])('in %s', (edition, expected) => {
    expect(slotOf(edition, 'body', [figure])).toBe(expected)
  })
})

describe('page numbers', () => {
  const publicationOf = (tree: Root): Publication<Root> => {
    const { parts, ...rest } = assemble(issueOf('甲'), { edition: 'print' })
    return { ...rest, parts: parts.slice(0, 1).map((part) => ({ ...part, content: tree })) }
  }
  const body = (markdown: string): Root => {
    const part = assemble(issueOf(markdown, other), { edition: 'print' }).parts[2]
    return part?.content.slots['body'] ?? { type: 'root', children: [] }
  }
  const pagination: Pagination = {
    pageCount: 9,
    pageOf: new Map([['a2--f', 4]]),
    folios: ['', '', '1', '2', '3'],
  }

  test('are filled into a new tree', () => {
    const tree = body(':page[02.md#f]')
    const before = htmlOf(tree)
    const [part] = numberPages(publicationOf(tree), pagination).parts
    expect(part && htmlOf(part.content).replace(/<[^>]+>/g, '')).toBe('第3页')
    expect(htmlOf(tree)).toBe(before)
  })
  test('of an id that has no page are a bug', () => {
    expect(() => numberPages(publicationOf(body(':page[02.md#s]')), pagination)).toThrow(/a2--s/)
  })
})
