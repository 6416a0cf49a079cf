import type { Element, ElementContent, Nodes } from 'xast'
import { toXml } from 'xast-util-to-xml'

/** Everything the Char production of XML 1.0 (§2.2) leaves out, lone surrogates included. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A node, text, or nothing; lists are flattened. */
export type Child = ElementContent | string | number | undefined | readonly Child[]

/** An element. Attributes that are `undefined` are left out, and so are children. */
export function x(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): Element {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  return { type: 'element', name, attributes: Object.fromEntries(given), children: children.flatMap(flatten) }
}

/** An element with text, or nothing when there is none. */
export function optional(name: string, value: string | number | undefined): Element | undefined {
  return value === undefined || value === '' ? undefined : x(name, {}, String(value))
}

function flatten(child: Child): ElementContent[] {
  if (child === undefined) return []
  if (typeof child === 'string' || typeof child === 'number') return [{ type: 'text', value: String(child) }]
  // `Array.isArray` does not narrow read-only arrays.
  return 'type' in child ? [child] : child.flatMap(flatten)
}

/** Serialises one document: XML declaration, optional document type, the element. Characters XML forbids are left out. */
export function writeXml(root: Element, doctype = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${doctype === '' ? '' : `${doctype}\n`}${toXml(strip(root))}\n`
}

function strip<Node extends Nodes | ElementContent>(node: Node): Node {
  if (node.type === 'text') return { ...node, value: node.value.replace(forbidden, '') }
  if (node.type !== 'element') return node
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name, (value ?? '').replace(forbidden, '')]),
  )
  return { ...node, attributes, children: node.children.map(strip) }
}
