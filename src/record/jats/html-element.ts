import type { Element as HtmlElement, ElementContent as HtmlContent } from 'hast'
import { xmlId } from './xml-id.js'

/** Elements that stand on lines of their own; anything else is text of a paragraph. */
const blocks = new Set(
  'p h2 h3 h4 h5 h6 ul ol dl blockquote hr pre table figure aside section div'.split(' '),
)

export function isBlock({ tagName }: HtmlElement): boolean {
  return blocks.has(tagName)
}

/** Class names of an element. */
export function classOf({ properties }: HtmlElement): string[] {
  const { className } = properties
  return Array.isArray(className) ? className.map(String) : []
}

/** The id in the form XML has it. */
export function idOf({ properties }: HtmlElement): string | undefined {
  return typeof properties['id'] === 'string' ? xmlId(properties['id']) : undefined
}

/** Elements within an element, without the text between them. */
export function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.children.filter((child): child is HtmlElement => child.type === 'element')
}

export function textOf(node: HtmlContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
