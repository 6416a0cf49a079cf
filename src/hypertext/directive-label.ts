import type { Paragraph } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'

/** The paragraph that stands for the text in brackets behind a container's name. */
export function directiveLabel(node: ContainerDirective): Paragraph | undefined {
  const [first] = node.children
  const isLabel = first?.data !== undefined && 'directiveLabel' in first.data && first.data.directiveLabel
  return first?.type === 'paragraph' && isLabel ? first : undefined
}
