import type { Nodes, Parents, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import { descriptionInFigure, descriptionPlain, directiveText, report } from '../../diagnostics/index.js'
import type { Transformation } from '../transformation.js'

/** What print can say as the words of an alternative text: nothing that is numbered, linked to or shown. */
const plain = new Set(
  'paragraph text ruby emphasis strong delete break inlineCode list listItem table tableRow tableCell textDirective'.split(
    ' ',
  ),
)

/** Long descriptions stand in figures, have text, and nothing that print would need a place for. */
export function checkDescriptions(tree: Root, { file }: Transformation): void {
  visit(tree, 'containerDirective', (node: ContainerDirective, _, parent: Parents | undefined) => {
    if (node.name !== 'description') return
    if (parent?.type !== 'containerDirective' || parent.name !== 'figure')
      report(file, descriptionInFigure, node.position?.start, {})
    if (node.children.length === 0)
      report(file, directiveText, node.position?.start, { name: ':::description' })
    visit(node, (child: Nodes) => {
      const isCross = child.type === 'textDirective' && (child.name === 'cite' || child.name === 'page')
      if (child !== node && (!plain.has(child.type) || isCross)) report(file, descriptionPlain, child, {})
    })
  })
}
