/** What the printed file says about its pages. */
export interface Pagination {
  /** Sheets of the file, covers and blank pages included. */
  readonly pageCount: number
  /** 0-based page of the file by element id; part ids and every target of a page reference are among them. */
  readonly pageOf: ReadonlyMap<string, number>
  /** Printed folio by 0-based page of the file; pages without one (cover, 目次) have none or a roman number. */
  readonly folios: readonly (string | undefined)[]
}

/** Folio of the page where an element starts. */
export function folioOf(pagination: Pagination, id: string): string | undefined {
  const page = pagination.pageOf.get(id)
  return page === undefined ? undefined : pagination.folios[page]
}
