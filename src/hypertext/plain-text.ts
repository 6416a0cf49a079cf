import type { Nodes } from 'mdast'
import type { Transformation } from './transformation.js'

/** The words of a heading or caption without notes, citations and pronunciations: for contents, outline and messages. */
export function plainText(node: Nodes, { texts }: Pick<Transformation, 'texts'>): string {
  switch (node.type) {
    case 'text': {
      const settled = texts.get(node) ?? node.value
      return typeof settled === 'string' ? settled : settled.join(' ')
    }
    case 'inlineCode':
    case 'inlineMath':
    case 'ruby':
      return node.value
    case 'break':
      return ' '
    case 'textDirective':
      if (node.name === 'cite' || node.name === 'page') return ''
      break
    default:
  }
  if (!('children' in node)) return ''
  return node.children.map((child) => plainText(child, { texts })).join('')
}
