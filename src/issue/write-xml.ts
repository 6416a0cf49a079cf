import type { Element, ElementContent, Nodes, RootContent } from 'xast'
import { toXml } from 'xast-util-to-xml'

/** Elements of HTML that never have content; they alone may be written `<br/>` in XHTML that HTML parsers read too. */
const voidEnd = /><\/(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)>/g

/** Everything the Char production of XML 1.0 (§2.2) leaves out, lone surrogates included. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** The same text without the characters that no XML document may hold, not even as references. */
function stripForbidden(text: string): string {
  return text.replace(forbidden, '')
}

/** A node, text, or nothing; lists are flattened. */
export type XmlChild = ElementContent | string | number | undefined | readonly XmlChild[]

/** An element of XML. Attributes that are `undefined` are left out, and so are children. */
export function x(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly XmlChild[]
): Element {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  return { type: 'element', name, attributes: Object.fromEntries(given), children: children.flatMap(flatten) }
}

/** An element with text, or nothing when there is none. */
export function optional(name: string, value: string | number | undefined): Element | undefined {
  return value === undefined || value === '' ? undefined : x(name, {}, value)
}

function flatten(child: XmlChild): ElementContent[] {
  if (child === undefined) return []
  if (typeof child === 'string' || typeof child === 'number') return [{ type: 'text', value: String(child) }]
  // `Array.isArray` does not narrow read-only arrays.
  return 'type' in child ? [child] : child.flatMap(flatten)
}

/**
 * Serialises one document: XML declaration, optional document type, the element. Characters that XML forbids are left
 * out.
 *
 * @param doctype the whole declaration, such as `<!DOCTYPE html>`
 */
export function writeXml(root: Element, doctype = ''): string {
  const head = `<?xml version="1.0" encoding="utf-8"?>\n${doctype === '' ? '' : `${doctype}\n`}`
  return `${head}${toXml(strip(root)).replace(voidEnd, '/>')}\n`
}

function strip<Node extends Nodes | RootContent>(node: Node): Node {
  if (node.type === 'text') return { ...node, value: stripForbidden(node.value) }
  if (node.type !== 'element') return node
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name, stripForbidden(value ?? '')]),
  )
  return { ...node, attributes, children: node.children.map(strip) }
}
