/** Where elements with an id stand: 0-based sheet by id. */
export function sheetOfIds(sheets: readonly HTMLElement[]): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [index, sheet] of sheets.entries()) {
    for (const { id } of sheet.querySelectorAll('[id]')) found[id] ??= index
  }
  return found
}
