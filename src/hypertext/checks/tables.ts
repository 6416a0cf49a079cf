import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { report, tableCells, tableRow } from '../../diagnostics/index.js'
import type { Transformation } from '../transformation.js'

/** Cells beyond the head's columns, which GFM drops, and lines that became rows because no empty line parted them. */
export function checkTables(tree: Root, { file, source }: Transformation): void {
  visit(tree, 'table', (node) => {
    const columns = node.children[0]?.children.length ?? 0
    for (const row of node.children.slice(1)) {
      const cells = row.children.length
      if (cells > columns) report(file, tableCells, row, { cells, columns })
      const written = source.slice(row.position?.start.offset, row.position?.end.offset)
      if (columns > 1 && !written.includes('|')) report(file, tableRow, row, {})
    }
    return SKIP
  })
}
