import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { PDFRef } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { shapeStructure } from '../../../src/press/pdf/shape-structure.js'
import { structureNode, type StructureNode } from '../../../src/press/pdf/structure-node.js'
import { markSources } from '../../../src/press/tags/index.js'

function elements(html: string): Element[] {
  const isElement = (node: { type: string }): node is Element => node.type === 'element'
  return (fromHtml(html, { fragment: true }).children as ElementContent[]).filter(isElement)
}

function sources(html: string) {
  return markSources(elements(html), 'zh-Hans')
}

describe('what becomes a tag', () => {
  test.each([
    ['<p>文<em>强</em><span class="x">调</span></p>', ['P', 'Em']],
    [
      '<figure class="figure"><img src="a.png" alt="图"><figcaption>题</figcaption></figure>',
      ['Div', 'Figure', 'Caption'],
    ],
    ['<p><img src="a.png" alt=""></p>', ['P']],
    [
      '<ol class="contents-articles"><li class="contents-article"><a class="contents-line" href="#a">文</a></li></ol>',
      ['TOC', 'TOCI', 'Reference'],
    ],
    ['<table><tr><th>a</th><td>b</td></tr></table>', ['Table', 'TR', 'TH', 'TD']],
    ['<dl><dt>a</dt><dd>b</dd></dl>', ['L', 'Lbl', 'LBody']],
    ['<dl><div><dt>a</dt><dd>b</dd></div></dl>', ['L', 'LI', 'Lbl', 'LBody']],
    ['<p>a<span lang="fr">b</span></p>', ['P', 'Span']],
    ['<p aria-hidden="true">a</p><p hidden>b</p><p>c</p>', ['P']],
    ['<math alttext="x^2"><mi>x</mi></math>', ['Formula']],
    ['<svg role="img" aria-label="图"><g><a href="#x"><text>x</text></a></g></svg>', ['Figure']],
  ])('%s', (html, types) => {
    expect(sources(html).map(({ type }) => type)).toEqual(types)
  })

  test('languages, alternative texts, dots and calls are noted', () => {
    const list = sources(
      '<p lang="en">a<em>b</em></p><p><img src="a" alt="图"><em class="dots">点</em><a class="note-call" href="#n">①</a></p>' +
        '<ol><li class="note" id="n">注</li></ol>',
    )
    expect(list[0]).toMatchObject({ language: 'en', mark: 'en' })
    expect(list.find(({ type }) => type === 'Figure')).toMatchObject({ alternative: '图' })
    expect(list.find(({ dotted }) => dotted)?.type).toBe('Em')
    const call = list.find(({ note }) => note !== undefined)
    expect(list[call?.note ?? -1]).toMatchObject({ type: 'Note', id: 'n' })
  })

  test('a mark is never that of the element around it, and says the language still', () => {
    const parts = elements(`<div>${'<ul><li>x</li></ul>'.repeat(50)}</div>`)
    markSources(parts, 'zh-Hans')
    const root: Root = { type: 'root', children: parts }
    visit(root, 'element', (node, _, parent) => {
      expect(node.properties['lang']).toMatch(/^zh-Hans-x-k\d+$/)
      if (parent?.type === 'element') expect(node.properties['lang']).not.toBe(parent.properties['lang'])
    })
  })
})

describe('the form of the tree', () => {
  const page = PDFRef.of(1)
  let mcid = 0
  const text = () => ({ kind: 'content', page, mcid: mcid++ }) as const
  const node = (type: string, ...children: StructureNode['children']) => structureNode(type, 0, children)
  const outline = (one: StructureNode): string =>
    `${one.type}(${one.children.map((child) => (child.kind === 'element' ? outline(child) : '·')).join(' ')})`

  test.each([
    ['text in a group', node('Div', text(), node('Em', text()), node('P', text())), 'Div(P(· Em(·)) P(·))'],
    ['an item without label', node('L', node('LI', node('P', text()))), 'L(LI(LBody(P(·))))'],
    ['an item with label', node('L', node('LI', node('Lbl', text()), text())), 'L(LI(Lbl(·) LBody(·)))'],
    [
      'terms',
      node('L', node('Lbl', text()), node('LBody', text()), node('Lbl', text()), node('LBody', text())),
      'L(LI(Lbl(·) LBody(·)) LI(Lbl(·) LBody(·)))',
    ],
    ['ruby', node('Ruby', text(), node('RT', text())), 'P(Ruby(RB(·) RT(·)))'],
    ['a picture', node('Figure', node('P', text()), text()), 'Figure(· ·)'],
    ['groups that say nothing', node('Sect', node('Div', node('P', text()))), 'Sect(P(·))'],
    ['a note', node('Note', node('P', node('Lbl', text()), text())), 'Note(Lbl(·) P(·))'],
    ['nothing at all', node('Sect', node('P'), node('TR', node('TD'))), 'Sect(TR(TD()))'],
  ])('%s', (_, tree, expected) => {
    const root = node('Document', tree)
    shapeStructure({ root, nodes: new Map() }, { sources: [], isDecoration: () => false })
    expect(outline(root)).toBe(`Document(${expected})`)
  })

  test('a note stands behind the paragraph that calls it, borders are artifacts', () => {
    const list = sources(
      '<section><p>a<a class="note-call" href="#n">①</a></p><p>b</p></section><ol><li class="note" id="n">注</li></ol>',
    )
    const nodes = new Map(list.map(({ type }, index) => [index, structureNode(type, index)]))
    const root = structureNode('Document', -1)
    list.forEach(({ parent }, index) => (nodes.get(parent) ?? root).children.push(nodes.get(index)!))
    for (const [, one] of nodes) if (/^(?:P|Reference|Note)$/.test(one.type)) one.children.push(text())
    const border = text()
    nodes.get(0)?.children.unshift(border)
    const artifacts = shapeStructure(
      { root, nodes },
      { sources: list, isDecoration: (one) => one === border },
    )
    expect(artifacts).toEqual([border])
    expect(outline(root)).toBe('Document(Sect(P(Reference(Link(·)) ·) Note(·) P(·)))')
  })
})
