import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { headingLevels, headingMarked, headingText, report } from '../../diagnostics/index.js'
import { plainText } from '../plain-text.js'
import type { Transformation } from '../transformation.js'

/** Levels begin at 2 and go down by one; a heading has words and is written with `#`. */
export function checkHeadings(tree: Root, transformation: Transformation): void {
  const { file, source } = transformation
  let last = 1
  visit(tree, 'heading', (node) => {
    if (node.depth === 1 || node.depth > last + 1) {
      report(file, headingLevels, node, { level: node.depth, expected: Math.min(last + 1, 6) })
    }
    last = Math.max(2, node.depth)
    if (plainText(node, transformation).trim() === '') report(file, headingText, node, {})
    if (source[node.position?.start.offset ?? 0] !== '#') report(file, headingMarked, node, {})
  })
}
