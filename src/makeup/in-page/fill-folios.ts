/**
 * Writes folios where the document names a page, `[data-page-of]`, into its `.page-number` if it has one. Returns the ids
 * of the parts in which one became another: their galleys have to be measured again.
 */
export function fillFolios(folios: Readonly<Record<string, string>>, parts: readonly string[]): string[] {
  const changed = new Set<string>()
  for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const folio = folios[element.dataset['pageOf'] ?? '']
    const target = element.querySelector('.page-number') ?? element
    if (folio === undefined || target.textContent === folio) continue
    target.textContent = folio
    for (const id of parts) if (document.getElementById(id)?.contains(element)) changed.add(id)
  }
  return parts.filter((id) => changed.has(id))
}
