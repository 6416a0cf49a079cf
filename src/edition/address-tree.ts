import type { Element, ElementContent, Nodes, Root } from 'hast'
import { addressHref, addressId } from './address.js'
import type { Destinations } from './destinations.js'
import { readsAsPage } from './page-text.js'

/** The edition, and the article whose tree it is. */
export interface Addressing {
  readonly destinations: Destinations
  readonly articleId: string
}

/** Properties that hold lists of ids. */
const idLists = ['ariaLabelledBy', 'ariaDescribedBy', 'ariaDetails', 'headers']

/**
 * Copies an article's tree for an edition: ids and links to them get their form there, cross references their target
 * and text.
 */
export function addressTree(tree: Root, addressing: Addressing): Root {
  return { ...tree, children: tree.children.map((child) => addressNode(child, addressing)) }
}

/** The same for the content of one element. */
export function addressContent(content: readonly ElementContent[], addressing: Addressing): ElementContent[] {
  return content.map((child) => addressNode(child, addressing))
}

function addressNode<Node extends Nodes>(node: Node, addressing: Addressing): Node {
  if (node.type !== 'element') return node
  const element: Element = node
  const properties = { ...element.properties }
  const { destinations, articleId } = addressing
  const { edition } = destinations
  const { id } = properties
  if (typeof id === 'string') properties['id'] = addressId(edition, articleId, id)
  for (const name of idLists) {
    const ids = properties[name]
    const list = Array.isArray(ids)
      ? ids.map(String)
      : typeof ids === 'string'
        ? ids.split(/\s+/u)
        : undefined
    if (list !== undefined) properties[name] = list.map((id) => addressId(edition, articleId, id))
  }
  const { href } = properties
  if (typeof href === 'string' && href.startsWith('#'))
    properties['href'] = edition === 'print' ? `#${addressId(edition, articleId, href.slice(1))}` : href
  const addressed: Element = {
    ...element,
    properties,
    children: element.children.map((child) => addressNode(child, addressing)),
  }
  // Narrowing a generic by `type` does not carry over to the copy; it is an element as the original is.
  return resolveReference(addressed, addressing) as Node
}

/** Gives a cross reference its `href` and, where it has none of its own, its text. */
function resolveReference(element: Element, { destinations, articleId }: Addressing): Element {
  const { dataTargetPath: path, dataTargetId: id, ...properties } = element.properties
  if (typeof path !== 'string') return element
  const local = typeof id === 'string' ? id : undefined
  const destination = destinations.find(path, local)
  // A dangling reference was reported by `checkReferences`, and the pipeline stops before anyone reads this tree.
  if (destination === undefined) return { ...element, properties }
  const { edition } = destinations
  const sameFile = edition !== 'print' && destination.articleId === articleId && local !== undefined
  const href = sameFile ? `#${local}` : addressHref(edition, destination.articleId, local)
  if (!isPageReference(element))
    return {
      ...element,
      properties: { ...properties, href },
      children: element.children.length > 0 ? element.children : [{ type: 'text', value: destination.label }],
    }
  if (!readsAsPage(destinations))
    return {
      ...element,
      properties: { ...properties, href, className: ['reference'] },
      children: [{ type: 'text', value: destination.label }],
    }
  return {
    ...element,
    properties: {
      ...properties,
      href,
      dataPageOf: addressId('print', destination.articleId, local),
    },
    children: [
      { type: 'text', value: '第' },
      {
        type: 'element',
        tagName: 'span',
        properties: { className: ['page-number'] },
        children: [{ type: 'text', value: '0' }],
      },
      { type: 'text', value: '页' },
    ],
  }
}

function isPageReference(element: Element): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes('page-reference')
}
