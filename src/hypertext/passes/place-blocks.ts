import type { Parents } from 'hast'

const blocks = new Set(
  'p h2 h3 h4 h5 h6 ul ol li blockquote hr pre dl dt dd table thead tbody tr figure aside section div'.split(
    ' ',
  ),
)

/** Writes the place in the manuscript on every block, `data-source="line:column-line:column"`, for layout's messages. */
export function placeBlocks(tree: Parents): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    if (blocks.has(child.tagName) && child.position) {
      const { start, end } = child.position
      child.properties['dataSource'] = `${start.line}:${start.column}-${end.line}:${end.column}`
    }
    placeBlocks(child)
  }
}
