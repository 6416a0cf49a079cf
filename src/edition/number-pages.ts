import type { Element, Nodes, Root } from 'hast'
import { folioOf, type Pagination, type Publication } from '../issue/index.js'

/**
 * Writes the folios of the print edition into contents and page references: every element with `data-page-of`, or the
 * `.page-number` inside it.
 *
 * @throws Error when an element names a target that the pagination does not know: a bug of ours, since references were
 *   checked
 */
export function numberPages(publication: Publication<Root>, pagination: Pagination): Publication<Root> {
  return {
    ...publication,
    parts: publication.parts.map((part) => ({
      ...part,
      content: numberNode(part.content, pagination, undefined),
    })),
  }
}

function numberNode<Node extends Nodes>(node: Node, pagination: Pagination, folio: string | undefined): Node {
  if (node.type !== 'element' && node.type !== 'root') return node
  const target = node.type === 'element' ? node.properties['dataPageOf'] : undefined
  const known = typeof target === 'string' ? requireFolio(pagination, target) : folio
  if (node.type === 'element' && known !== undefined && isPageNumber(node))
    // A copy of the element with other text is of the element's type; the generic cannot say so.
    return { ...node, children: [{ type: 'text', value: known }] }
  return {
    ...node,
    children: node.children.map((child) => numberNode(child, pagination, known)),
  }
}

function requireFolio(pagination: Pagination, target: string): string {
  const folio = folioOf(pagination, target)
  if (folio === undefined) throw new Error(`no page is known for ${target}`)
  return folio
}

function isPageNumber(element: Element): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes('page-number')
}
