import type { Pagination } from '../../issue/index.js'
import type { Page } from '../browser/index.js'
import { frontPartCount } from '../front-parts.js'
import { fillPages, readPageReferences } from './fill-pages.js'
import { planPages, type PartStart, type Printed } from './plan-pages.js'
import { printNative } from './print-native.js'

/** A printed file as the PDF room reads it. */
export interface ReadFile<File> {
  readonly file: File
  readonly pageCount: number
  /** 0-based page by element id. */
  readonly pageOf: ReadonlyMap<string, number>
}

export interface SettlePagesOptions<File> {
  readonly parts: readonly PartStart[]
  /** Reads a printed file. */
  readonly read: (bytes: Uint8Array) => Promise<ReadFile<File>>
  /** Told after each print. */
  readonly onPrint?: ((pageCount: number) => void) | undefined
}

/** The printed file, its page numbers true. */
export interface SettledPages<File> {
  readonly file: File
  readonly pagination: Pagination
  /** Prints that it took. */
  readonly rounds: number
}

/** Prints after the one that counts pages. A number can gain a digit and move a line once; more is a bug. */
const maximumRounds = 3

/**
 * Prints until the page numbers in the text are those of the printed file. The first print, untagged, only counts
 * pages; then numbers and blank pages are put in, and the next print is read again to verify them.
 *
 * @throws Error when the numbers do not settle
 */
export async function settlePages<File>(
  page: Page,
  options: SettlePagesOptions<File>,
): Promise<SettledPages<File>> {
  const { parts, read } = options
  const references = await readPageReferences(page)
  // The blank page before the first article still belongs to the front.
  const front = new Set(parts.slice(0, frontPartCount(parts) + 1).map((part) => part.id))

  const print = async (blanksBefore: ReadonlySet<string>, tagged: boolean) => {
    const result = await read(await printNative(page, { tagged }))
    options.onPrint?.(result.pageCount)
    const printed: Printed = { ...result, blanksBefore }
    return { file: result.file, printed, plan: planPages(printed, parts) }
  }

  // With no number to put in, the first print may already be the last.
  let current = await print(new Set(), references.size === 0)
  let rounds = 1
  let settled = references.size === 0 && current.plan.blanksBefore.size === 0
  while (!settled) {
    if (rounds > maximumRounds) throw new Error(`Page numbers did not settle in ${maximumRounds} rounds`)
    const expected = current.plan
    await fillPages(page, references, expected.pagination, { before: expected.blanksBefore, front })
    current = await print(expected.blanksBefore, true)
    rounds += 1
    settled = isSame(expected.pagination, current.plan.pagination)
  }
  return { file: current.file, pagination: current.plan.pagination, rounds }
}

/** Whether a print came out as it was planned, in every page that anything asks for. */
function isSame(expected: Pagination, actual: Pagination): boolean {
  return (
    expected.pageCount === actual.pageCount &&
    expected.pageOf.size === actual.pageOf.size &&
    [...expected.pageOf].every(([id, page]) => actual.pageOf.get(id) === page)
  )
}
