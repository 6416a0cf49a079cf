import type { Pagination, Part } from '../../issue/index.js'
import { mustBeginRecto } from '../front-parts.js'
import { planFolios } from '../plan-folios.js'

/** What settling needs to know of a part. */
export type PartStart = Pick<Part<unknown>, 'id' | 'kind' | 'start'>

/** Where the parts stood in a print, and which blank pages that print had. */
export interface Printed {
  readonly pageCount: number
  /** 0-based page by element id. */
  readonly pageOf: ReadonlyMap<string, number>
  /** Parts that had a blank page put before them. */
  readonly blanksBefore: ReadonlySet<string>
}

/**
 * Plans blank pages and folios from a print: the parts keep their lengths, and a blank page goes before each part
 * that must begin on a recto (an odd, right-hand page) but would begin on a verso.
 *
 * @returns the pagination of the next print, if nothing else changes, and the parts that need a blank page before them
 * @throws Error when a part has no page
 */
export function planPages(
  printed: Printed,
  parts: readonly PartStart[],
): { readonly pagination: Pagination; readonly blanksBefore: ReadonlySet<string> } {
  const starts = parts.map((part) => startOf(printed, part.id))
  const blanksBefore = new Set<string>()
  /** Pages by which each part moves. */
  const shifts: number[] = []
  let shift = 0
  parts.forEach((part, index) => {
    if (printed.blanksBefore.has(part.id)) shift -= 1
    const start = (starts[index] ?? 0) + shift
    if (mustBeginRecto(parts, index) && start % 2 === 1) {
      blanksBefore.add(part.id)
      shift += 1
    }
    shifts.push(shift)
  })
  const pageOf = new Map<string, number>()
  for (const [id, page] of printed.pageOf) {
    const index = starts.findLastIndex((start) => start <= page)
    pageOf.set(id, page + (shifts[index] ?? 0))
  }
  const pageCount = printed.pageCount + shift
  return {
    blanksBefore,
    pagination: {
      pageCount,
      pageOf,
      folios: planFolios(parts, partsOfPages(pageCount, pageOf, parts, blanksBefore)),
    },
  }
}

function startOf(printed: Printed, id: string): number {
  const start = printed.pageOf.get(id)
  if (start === undefined) throw new Error(`The printed file has no destination for part ${id}`)
  return start
}

/** Part on each page, `undefined` for the blank pages. */
function partsOfPages(
  pageCount: number,
  pageOf: ReadonlyMap<string, number>,
  parts: readonly PartStart[],
  blanksBefore: ReadonlySet<string>,
): (number | undefined)[] {
  return Array.from({ length: pageCount }, (_, page) => {
    const next = parts.findIndex((part) => (pageOf.get(part.id) ?? 0) > page)
    const index = (next === -1 ? parts.length : next) - 1
    const follower = parts[index + 1]
    const isBlank =
      follower !== undefined && blanksBefore.has(follower.id) && pageOf.get(follower.id) === page + 1
    return isBlank ? undefined : index
  })
}
