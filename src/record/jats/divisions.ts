import type { Element as HtmlElement, ElementContent as HtmlContent } from 'hast'
import type { Element } from 'xast'
import { x } from '../../issue/index.js'
import type { BlockAll } from './block-handler.js'
import { classOf, elementsOf, idOf } from './html-element.js'
import { inlineAll, mathml } from './inline.js'
import { paragraph } from './paragraph.js'

/** What our own classes make of a `div`. */
export function division(element: HtmlElement, blockAll: BlockAll): Element[] {
  const names = classOf(element)
  if (names.includes('equation')) return [equation(element)]
  if (names.includes('verse')) return elementsOf(element).map(verse)
  if (names.includes('signature')) {
    return elementsOf(element).map(({ children }) => paragraph({ 'content-type': 'signature' }, children))
  }
  if (names.includes('lacuna'))
    return [x('disp-quote', { 'content-type': 'lacuna' }, blockAll(element.children))]
  return blockAll(element.children)
}

export function box(element: HtmlElement, blockAll: BlockAll): Element {
  const names = classOf(element)
  const children = elementsOf(element)
  const title = children.find((child) => classOf(child).includes('box-title'))
  return x(
    'boxed-text',
    {
      id: idOf(element),
      'content-type': names.includes('pullquote') ? 'pullquote' : 'box',
      position: 'float',
    },
    title && x('caption', {}, x('title', {}, inlineAll(title.children))),
    blockAll(element.children.filter((child) => child !== title)),
  )
}

function equation(element: HtmlElement): Element {
  const children = elementsOf(element)
  const number = children.find((child) => classOf(child).includes('equation-number'))
  const math = children.find(({ tagName }) => tagName === 'math')
  return x(
    'disp-formula',
    { id: idOf(element) },
    number && x('label', {}, inlineAll(number.children)),
    math && mathml(math),
  )
}

function verse(stanza: HtmlElement): Element {
  const lines: HtmlContent[][] = [[]]
  for (const child of stanza.children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([])
    else lines.at(-1)?.push(child)
  }
  return x(
    'verse-group',
    {},
    lines.map((line) => x('verse-line', {}, inlineAll(line))),
  )
}
