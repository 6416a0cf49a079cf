import type { Element, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'

/**
 * Print shows no long descriptions: each becomes the end of its pictures' alternative texts, so that a tagged PDF still
 * says it.
 */
export function speakDescriptions(tree: Root): Root {
  return { ...tree, children: tree.children.map(speak) }
}

function speak<Node extends RootContent>(node: Node): Node {
  if (node.type !== 'element') return node
  const element: Element = node
  const details = element.tagName === 'figure' ? element.children.find(isDescription) : undefined
  if (details === undefined) return { ...element, children: element.children.map(speak) } as Node
  const words = details.children
    .filter((child) => child.type === 'element' && child.tagName !== 'summary')
    .map((child) => toString(child).replaceAll(/\s+/gu, ' ').trim())
    .join(' ')
  const children = element.children
    .filter((child) => child !== details)
    .map((child) => (child.type === 'element' && child.tagName === 'img' ? described(child, words) : child))
  // A copy of an element is one.
  return { ...element, children } as Node
}

function isDescription(node: RootContent): node is Element {
  if (node.type !== 'element' || node.tagName !== 'details') return false
  const { className } = node.properties
  return Array.isArray(className) && className.includes('long-description')
}

function described(image: Element, words: string): Element {
  const { ariaDetails: _, ...properties } = image.properties
  const alt = properties['alt'] ?? ''
  return {
    ...image,
    properties: { ...properties, alt: /[。！？.!?]$/u.test(alt) ? `${alt}${words}` : `${alt}。${words}` },
  }
}
