/** Em of the longest cell that is kept on one line. */
const longestShort = 5
/** Em that a column of longer cells has at least, where others keep theirs on one line. */
const leastLong = 8
/** Em of padding beside a cell, both sides together. */
const padding = 1

/**
 * The browser shares a table's width out by how long its cells are, and so breaks 栏目 in two where another column is long.
 * Short cells of a table stay on one line (`kb-short`) where enough room is left for the others; tables with cells that span
 * are the browser's.
 */
export function keepShortCells(tables: readonly HTMLTableElement[]): void {
  const kept = tables.filter(hasRoom)
  for (const table of kept) {
    for (const cell of cellsOf(table)) if (emOf(cell) <= longestShort) cell.classList.add('kb-short')
  }
}

function hasRoom(table: HTMLTableElement): boolean {
  if (table.querySelector('[colspan], [rowspan]')) return false
  const columns: number[] = []
  for (const cell of cellsOf(table)) {
    const em = Math.min(emOf(cell), leastLong)
    columns[cell.cellIndex] = Math.max(columns[cell.cellIndex] ?? 0, em)
  }
  const needed = columns.reduce((sum, em) => sum + em + padding, 0)
  const size = parseFloat(getComputedStyle(table).fontSize)
  return needed * size <= (table.parentElement?.clientWidth ?? 0)
}

function cellsOf(table: HTMLTableElement): HTMLTableCellElement[] {
  return [...table.rows].flatMap((row) => [...row.cells])
}

/** How long a cell is: Latin letters and digits count half. What is no text is long. */
function emOf(cell: HTMLTableCellElement): number {
  if (cell.querySelector('br, img, svg, math, p, ul, ol')) return Infinity
  return [...(cell.textContent ?? '').trim()].reduce((sum, one) => sum + (one < '\u2000' ? 0.5 : 1), 0)
}
