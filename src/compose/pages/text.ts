import type { Galley, Slice } from '../../issue/galley.js'
import type { ComposeGeometry, PlanWarning } from '../../issue/page-plan.js'
import type { NoteBook } from './notes.js'

/** Break classes as numbers, in order of badness; the last two are forced breaks. */
export const FREE = 0
export const DISCOURAGED = 1
export const LONE = 2
export const FORBIDDEN = 3
export const FORCED_COLUMN = 4
export const FORCED_PAGE = 5

/** A float that fits the page. */
export interface TextFloat {
  readonly index: number
  /** 0 figure, 1 table. */
  readonly kind: 0 | 1
  readonly wide: boolean
  readonly height: number
  readonly gap: number
  readonly home: number
  /** It may stand on a page that ends after this slice; −1 for any page. */
  readonly ready: number
  readonly here: boolean
  readonly top: boolean
  readonly bottom: boolean
  readonly page: boolean
}

/**
 * A galley in the form that the search reads: arrays by slice, heights that fit the page, prefix sums. Index i of an
 * array about breaks is the break before slice i; there is one more than slices, the end.
 */
export interface Text {
  readonly galley: Galley
  readonly geometry: ComposeGeometry
  readonly count: number
  readonly height: Int32Array
  readonly space: Int32Array
  readonly greatestSpace: number
  /** Units of the slices before i, with their spaces. */
  readonly sum: Float64Array
  /** Units on top of a frame that begins at i. */
  readonly opening: Int32Array
  /** Units below a frame that ends before i. */
  readonly closing: Int32Array
  readonly breakClass: Uint8Array
  readonly breakCost: Float64Array
  readonly hyphen: Uint8Array
  readonly spans: Uint8Array
  /** First index ≥ i that spans or is the end. */
  readonly nextSpan: Int32Array
  /** First index > i with a forced break of either kind, or the end. */
  readonly nextForced: Int32Array
  /** First index > i with a forced page break, or the end. */
  readonly nextForcedPage: Int32Array
  /** Notes of `book` called before slice i; opening notes count as called before the first. */
  readonly called: Int32Array
  readonly book: NoteBook
  readonly floats: readonly TextFloat[]
  /** Floats by kind, in order. */
  readonly floatsOf: readonly [readonly TextFloat[], readonly TextFloat[]]
  /** Floats of all kinds that may stand on a page that ends before slice i. */
  readonly readyFloats: Int32Array
  readonly warnings: readonly PlanWarning[]
}

/** Units that the slices from `from` to before `to` take in a frame of their own. */
export function extent(text: Text, from: number, to: number): number {
  if (from >= to) return 0
  return (
    (text.sum[to] ?? 0) -
    (text.sum[from] ?? 0) -
    (text.space[from] ?? 0) +
    (text.opening[from] ?? 0) +
    (text.closing[to] ?? 0)
  )
}

/** Greatest `to` such that the slices from `from` to before it take at most `room` units, closings not counted. */
export function reach(text: Text, from: number, room: number): number {
  const limit = room + (text.sum[from] ?? 0) + (text.space[from] ?? 0) - (text.opening[from] ?? 0)
  let low = from
  let high = Math.min(text.count, from + 8)
  while (high < text.count && (text.sum[high] ?? 0) <= limit) {
    low = high
    high = Math.min(text.count, high + (high - from))
  }
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((text.sum[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** Indices of the containers that hold both slices, outermost first. */
export function commonContainers(before: Slice, slice: Slice): readonly number[] {
  const outer = before.containers
  const inner = slice.containers
  if (!outer || !inner) return []
  const length = Math.min(outer.length, inner.length)
  let same = 0
  while (same < length && outer[same] === inner[same]) same += 1
  return inner.slice(0, same)
}
