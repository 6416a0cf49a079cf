import type { Element as HtmlElement, ElementContent as HtmlContent } from 'hast'
import type { Element } from 'xast'
import { x } from '../../issue/index.js'
import type { BlockHandler } from './block-handler.js'
import { box, division } from './divisions.js'
import { figure, tableWrap } from './figures.js'
import { classOf, elementsOf, idOf, isBlock, textOf } from './html-element.js'
import { inlineAll } from './inline.js'
import { definitions, list } from './lists.js'
import { paragraph } from './paragraph.js'
import { table } from './tables.js'

const handlers: Readonly<Record<string, BlockHandler>> = {
  p: (element) => [paragraph({ id: idOf(element) }, element.children)],
  ul: (element, blocks) => [list(element, blocks)],
  ol: (element, blocks) => [list(element, blocks)],
  dl: (element, blocks) => [definitions(element, blocks)],
  blockquote: (element, blocks) => [x('disp-quote', { id: idOf(element) }, blocks(element.children))],
  hr: () => [x('p', { 'content-type': 'rule' })],
  pre: (element) => [code(element)],
  table: (element, blocks) => [x('table-wrap', { id: idOf(element) }, table(element, blocks))],
  figure: (element, blocks) => [
    classOf(element).includes('table') ? tableWrap(element, blocks) : figure(element, blocks),
  ],
  aside: (element, blocks) => [box(element, blocks)],
  section: (element, blocks) => [
    x('disp-quote', { id: idOf(element), 'content-type': classOf(element)[0] }, blocks(element.children)),
  ],
  div: division,
}

/** Blocks of the text as JATS, without sections: what may stand in a quotation, a box, a list item. */
export function blockAll(children: readonly HtmlContent[]): Element[] {
  const result: Element[] = []
  let line: HtmlContent[] = []
  const flush = (): void => {
    if (line.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      result.push(paragraph({}, line))
    }
    line = []
  }
  for (const child of children) {
    if (child.type === 'element' && isBlock(child)) {
      flush()
      result.push(...(handlers[child.tagName] ?? heading)(child, blockAll))
    } else line.push(child)
  }
  flush()
  return result
}

/** A heading within a box or quotation. */
function heading(element: HtmlElement): Element[] {
  return [
    x('p', { id: idOf(element), 'content-type': 'heading' }, x('bold', {}, inlineAll(element.children))),
  ]
}

function code(element: HtmlElement): Element {
  const [inner] = elementsOf(element)
  const language = (inner ? classOf(inner) : [])
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
  return x('code', { language, 'xml:space': 'preserve' }, textOf(element))
}
