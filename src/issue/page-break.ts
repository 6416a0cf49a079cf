import type { Pagination } from './pagination.js'

/** Where a page of the print edition begins in the text. */
export interface PageBreak {
  /** Id of the part. */
  readonly part: string
  /** Folio as printed. */
  readonly folio: string
  /** Id of the element that is cut, or stands first on the page. */
  readonly id?: string | undefined
  /** `data-source` of that element if it has no id. Neither: the page begins with the part. */
  readonly source?: string | undefined
  /** UTF-16 units of the element's text before the break, white space and printed page numbers not counted. */
  readonly offset?: number | undefined
}

/** The breaks that a pagination alone vouches for: every part begins a page of its own. */
export function partBreaks(parts: readonly { readonly id: string }[], pagination: Pagination): PageBreak[] {
  return parts.flatMap(({ id }) => {
    const page = pagination.pageOf.get(id)
    const folio = page === undefined ? undefined : pagination.folios[page]
    return folio === undefined ? [] : [{ part: id, folio }]
  })
}

/** Id of the element that marks the page with this folio. */
export function pageId(folio: string): string {
  return `page-${folio.replace(/[^\w-]/g, '_')}`
}
