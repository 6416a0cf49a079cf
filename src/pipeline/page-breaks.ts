import type { PageBreak, Pagination } from '../issue/index.js'
import type { MakeupReport } from '../makeup/index.js'

/**
 * The pages of the print edition as the ebook marks them. A page without running text begins where the next one of
 * its part does; pages without a folio are not marked.
 */
export function pageBreaks({ folios }: Pagination, { starts }: Pick<MakeupReport, 'starts'>): PageBreak[] {
  return folios.flatMap((folio, sheet) => {
    const start = starts.slice(sheet).find((candidate) => candidate !== null)
    const goesOn = starts.slice(0, sheet).findLast((candidate) => candidate !== null)?.part
    if (folio === undefined || !start) return []
    return starts[sheet] === null && start.part !== goesOn ? [] : [{ ...start, folio }]
  })
}
