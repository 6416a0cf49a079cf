import { PDFHexString, PDFName, type PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import type { Pagination } from '../../issue/index.js'
import type { FinishingJob, FinishingStep } from './finishing.js'

/** One range of page labels. `prefix` alone labels every page of the range with it. */
export interface LabelRange {
  /** First page of the range, 0-based. */
  readonly from: number
  /** Decimal, lower-case roman, or no number. */
  readonly style: 'D' | 'r' | undefined
  readonly prefix?: string
  /** Number of the first page. */
  readonly start?: number
}

/** Page labels (ISO 32000-1, 12.4.2): what a reader shows as the page's number is what is printed on it. */
export const setPageLabels: FinishingStep = (document, job) => {
  const { context } = document
  const numbers: (PDFObject | number)[] = planLabels(job).flatMap((range) => [range.from, toDict(range)])
  document.catalog.set(
    PDFName.of('PageLabels'),
    context.register(context.obj({ Nums: context.obj(numbers) })),
  )

  function toDict(range: LabelRange): PDFDict {
    const dict = context.obj({})
    if (range.style !== undefined) dict.set(PDFName.of('S'), PDFName.of(range.style))
    if (range.prefix !== undefined) dict.set(PDFName.of('P'), PDFHexString.fromText(range.prefix))
    if (range.start !== undefined) dict.set(PDFName.of('St'), context.obj(range.start))
    return dict
  }
}

/**
 * Ranges of labels: covers are 封面, front pages without a folio have an empty label, 目次 has roman numbers, the body
 * arabic ones. A blank page of the body takes the number that it is counted as.
 */
export function planLabels(job: Pick<FinishingJob, 'publication' | 'pagination'>): LabelRange[] {
  const { pageCount, folios } = job.pagination
  const covers = coverPages(job)
  const body = folios.findIndex((folio) => folio !== undefined && /^\d+$/.test(folio))
  const ranges: LabelRange[] = []
  let previous: string | undefined
  for (let page = 0; page < (body < 0 ? pageCount : body); page += 1) {
    const folio = folios[page]
    const kind = covers.has(page) ? 'cover' : folio === undefined ? 'none' : 'roman'
    if (kind === previous) continue
    previous = kind
    if (kind === 'cover') ranges.push({ from: page, style: undefined, prefix: '封面' })
    else if (kind === 'none') ranges.push({ from: page, style: undefined, prefix: '' })
    else ranges.push({ from: page, style: 'r', start: romanValue(folio ?? '') })
  }
  if (body >= 0) ranges.push({ from: body, style: 'D', start: Number(folios[body]) })
  return ranges
}

function coverPages({
  publication,
  pagination,
}: {
  publication: FinishingJob['publication']
  pagination: Pagination
}) {
  const pages = new Set<number>()
  publication.parts.forEach((part, index) => {
    const from = pagination.pageOf.get(part.id)
    const next = publication.parts[index + 1]
    const to = next === undefined ? pagination.pageCount : pagination.pageOf.get(next.id)
    if (part.kind !== 'cover' || from === undefined || to === undefined) return
    for (let page = from; page < to; page += 1) pages.add(page)
  })
  return pages
}

function romanValue(numeral: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10 }
  return numeral.split('').reduce((sum, letter, index, letters) => {
    const value = values[letter] ?? 0
    return sum + (value < (values[letters[index + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}
