/** What the printed file says about its pages. */
export interface Pagination {
  /** Sheets of the file, covers and blank pages included. */
  readonly pageCount: number
  /** 0-based page of the file by element id; part ids and every target of a page reference are among them. */
  readonly pageOf: ReadonlyMap<string, number>
  /**
   * 0-based pages of the file on which a part stands, in the order of its text, by part id. Absent where only beginnings
   * are known: then a part ends before the next one begins.
   */
  readonly pagesOf?: ReadonlyMap<string, readonly number[]> | undefined
  /** Printed folio by 0-based page of the file; pages without one (cover, 目次) have none or a roman number. */
  readonly folios: readonly (string | undefined)[]
}

/** Folio of the page where an element starts. */
export function folioOf(pagination: Pagination, id: string): string | undefined {
  const page = pagination.pageOf.get(id)
  return page === undefined ? undefined : pagination.folios[page]
}

/**
 * Folios of the pages on which a part stands, in the order of its text. Pages without one are left out: a blank page
 * before a recto is nobody's.
 *
 * @param next id of the part that follows; undefined for the last
 */
export function foliosOfPart(
  { pageCount, pageOf, pagesOf, folios }: Pagination,
  id: string,
  next: string | undefined,
): readonly string[] {
  const first = pageOf.get(id)
  if (first === undefined) return []
  const end = (next === undefined ? undefined : pageOf.get(next)) ?? pageCount
  const pages = pagesOf?.get(id) ?? Array.from({ length: Math.max(1, end - first) }, (_, at) => first + at)
  return pages.flatMap((page) => folios[page] ?? [])
}

/** Folios in the order of the text as a citation has them: `3`, `3-6`, or `3-4,20` when the text goes on elsewhere. */
export function pageRange(folios: readonly string[]): string | undefined {
  const runs: [string, string][] = []
  for (const folio of folios) {
    const last = runs.at(-1)
    if (last && Number(folio) === Number(last[1]) + 1) last[1] = folio
    else runs.push([folio, folio])
  }
  if (runs.length === 0) return undefined
  return runs.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(',')
}
