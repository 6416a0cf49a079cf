import { hasBlockChild, type FlowNode } from './flow-tree.js'

/** What may hold lines of its own within a node that never splits, or between rows alone. */
const blocks = 'p, h1, h2, h3, h4, h5, h6, figcaption, caption, td, th, li, dt, dd, div'

/**
 * The blocks of text in nodes that are not cut between lines: headings, openers, captions, cells, boxes. Only those of
 * two lines and more: a single line has no break.
 */
export function solidBlocks(flow: readonly FlowNode[]): HTMLElement[] {
  return flow.flatMap((node) => {
    if (node.type === 'container') return solidBlocks(node.children)
    if (node.type === 'paragraph') return []
    return (node.rows ?? [node.element]).flatMap((element) =>
      [element, ...element.querySelectorAll<HTMLElement>(blocks)].filter(isTextBlock),
    )
  })
}

function isTextBlock(element: HTMLElement): boolean {
  if (!element.matches(blocks) || hasBlockChild(element) || element.closest('pre, [aria-hidden="true"]'))
    return false
  // Widths of columns that follow the text would follow its breaks.
  if (element.matches('td, th') && element.closest('table')?.style.tableLayout !== 'fixed') return false
  const { display, lineHeight } = getComputedStyle(element)
  return (
    /^(block|list-item|table-cell|flow-root)$/.test(display) &&
    element.clientHeight > 1.5 * parseFloat(lineHeight)
  )
}
