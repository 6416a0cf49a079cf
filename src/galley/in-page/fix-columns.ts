/**
 * Tables keep the widths that the browser gives their columns by all of their text, when they are cut between rows and
 * when lines of their cells are set otherwise. Those without a row of single cells are the browser's.
 */
export function fixColumns(parts: readonly HTMLElement[]): void {
  const tables = parts.flatMap((part) => [...part.querySelectorAll('table')])
  const widths = tables.map(columnWidths)
  for (const [at, table] of tables.entries()) fixTable(table, widths[at] ?? [])
}

/** Widths of the row with most cells, none of them spanning. */
function columnWidths(table: HTMLTableElement): number[] {
  const rows = [...table.rows].filter((row) => [...row.cells].every((cell) => cell.colSpan === 1))
  const most = Math.max(0, ...rows.map((row) => row.cells.length))
  const row = rows.find(({ cells }) => cells.length === most)
  return row ? [...row.cells].map((cell) => cell.getBoundingClientRect().width) : []
}

function fixTable(table: HTMLTableElement, widths: readonly number[]): void {
  if (widths.length === 0) return
  const group = document.createElement('colgroup')
  for (const width of widths) {
    const column = document.createElement('col')
    column.style.width = `${width}px`
    group.append(column)
  }
  table.querySelector(':scope > colgroup')?.remove()
  const caption = table.querySelector(':scope > caption')
  if (caption) caption.after(group)
  else table.prepend(group)
  table.style.tableLayout = 'fixed'
}
