import type { Galley, GalleyFloat, Slice } from '../../issue/galley.js'
import type { ComposeGeometry, PlanWarning } from '../../issue/page-plan.js'
import { WEIGHTS } from './cost.js'
import { NoteBook } from './notes.js'

/** Break classes as numbers, in order of badness; the last two are forced breaks. */
export const FREE = 0
export const DISCOURAGED = 1
export const LONE = 2
export const FORBIDDEN = 3
export const FORCED_COLUMN = 4
export const FORCED_PAGE = 5

const CLASSES = {
  free: FREE,
  discouraged: DISCOURAGED,
  lone: LONE,
  forbidden: FORBIDDEN,
  column: FORCED_COLUMN,
  page: FORCED_PAGE,
} as const

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

/** Fits a galley to the page: what is too tall is scaled, with a warning. */
export function readGalley(galley: Galley, geometry: ComposeGeometry): Text {
  const warnings: PlanWarning[] = []
  const { slices } = galley
  const count = slices.length
  const { order, calls: callsOf } = noteCalls(galley)
  const book = new NoteBook(galley, geometry, order, warnings)
  const height = new Int32Array(count)
  const space = new Int32Array(count)
  const sum = new Float64Array(count + 1)
  const opening = new Int32Array(count + 1)
  const closing = new Int32Array(count + 1)
  const breakClass = new Uint8Array(count + 1)
  const breakCost = new Float64Array(count + 1)
  const hyphen = new Uint8Array(count + 1)
  const spans = new Uint8Array(count + 1)
  const called = new Int32Array(count + 1)
  called[0] = galley.openingNotes.length
  let sinceHeading = Number.POSITIVE_INFINITY

  slices.forEach((slice, i) => {
    const before = slices[i - 1]
    if (before) {
      const [open, close] = continuation(galley, before, slice)
      opening[i] = open
      closing[i] = close
    }
    space[i] = i === 0 ? 0 : Math.max(0, slice.spaceBefore ?? 0)
    const calls = callsOf[i] ?? 0
    called[i + 1] = (called[i] ?? 0) + calls
    const room = Math.max(
      1,
      geometry.lines -
        book.leastArea(called[i] ?? 0, calls) -
        (opening[i] ?? 0) -
        closingBound(galley, slice),
    )
    const wanted = Math.max(0, slice.height)
    height[i] = Math.min(wanted, room)
    if (wanted > room) warnings.push(tooTall(galley, slice, wanted, room))
    sum[i + 1] = (sum[i] ?? 0) + (space[i] ?? 0) + (height[i] ?? 0)
    spans[i] = slice.span === 'page' && geometry.columns > 1 ? 1 : 0
    hyphen[i + 1] = slice.hyphen ? 1 : 0

    let kind: number = i === 0 ? FREE : CLASSES[slice.breakBefore ?? 'free']
    // Across the columns there is no column to end.
    if (kind === FORCED_COLUMN && (spans[i] || spans[i - 1])) kind = FREE
    breakClass[i] = kind
    breakCost[i] = costOf(kind)
    if (kind < FORCED_COLUMN && i > 0) {
      if (sinceHeading === 0) breakCost[i] = (breakCost[i] ?? 0) + WEIGHTS.headingAtFoot
      else if (sinceHeading < 2) breakCost[i] = (breakCost[i] ?? 0) + WEIGHTS.headingShort
    }
    sinceHeading = galley.blocks[slice.block]?.role === 'heading' ? 0 : sinceHeading + (height[i] ?? 0)
  })
  hyphen[count] = 0

  const nextSpan = new Int32Array(count + 1).fill(count)
  const nextForced = new Int32Array(count + 1).fill(count)
  const nextForcedPage = new Int32Array(count + 1).fill(count)
  for (let i = count - 1; i >= 0; i -= 1) {
    nextSpan[i] = spans[i] ? i : (nextSpan[i + 1] ?? count)
    const after = breakClass[i + 1] ?? FREE
    nextForced[i] = after >= FORCED_COLUMN ? i + 1 : (nextForced[i + 1] ?? count)
    nextForcedPage[i] = after === FORCED_PAGE ? i + 1 : (nextForcedPage[i + 1] ?? count)
  }

  const floats = galley.floats.map((float, index) =>
    readFloat(galley, geometry, float, index, count, warnings),
  )
  const floatsOf: [TextFloat[], TextFloat[]] = [[], []]
  for (const float of floats) floatsOf[float.kind].push(float)
  const readyFloats = new Int32Array(count + 1)
  for (const float of floats) {
    const from = Math.max(0, float.ready + 1)
    readyFloats[from] = (readyFloats[from] ?? 0) + 1
  }
  for (let i = 1; i <= count; i += 1) readyFloats[i] = (readyFloats[i] ?? 0) + (readyFloats[i - 1] ?? 0)
  return {
    galley,
    geometry,
    count,
    height,
    space,
    greatestSpace: space.reduce((most, units) => Math.max(most, units), 0),
    sum,
    opening,
    closing,
    breakClass,
    breakCost,
    hyphen,
    spans,
    nextSpan,
    nextForced,
    nextForcedPage,
    called,
    book,
    floats,
    floatsOf,
    readyFloats,
    warnings,
  }
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

/**
 * Notes in the order of their calls, and how many each slice calls first. A note that no slice calls (its call stands
 * in a caption) goes with the note before it in the galley.
 */
function noteCalls(galley: Galley): { order: readonly number[]; calls: Int32Array } {
  const calls = new Int32Array(galley.slices.length)
  const sliceOf = new Array<number>(galley.notes.length).fill(-1)
  galley.slices.forEach((slice, i) => {
    for (const note of slice.notes ?? []) if (sliceOf[note] === -1) sliceOf[note] = i
  })
  let last = 0
  sliceOf.forEach((slice, note) => {
    if (slice === -1) sliceOf[note] = last
    else last = slice
  })
  for (const slice of sliceOf) calls[slice] = (calls[slice] ?? 0) + 1
  const order = [...sliceOf.keys()].sort((a, b) => (sliceOf[a] ?? 0) - (sliceOf[b] ?? 0) || a - b)
  return { order, calls }
}

function continuation(galley: Galley, before: Slice, slice: Slice): [number, number] {
  let open = 0
  let close = 0
  if (!before.containers || !slice.containers) return [open, close]
  for (const index of commonContainers(before, slice)) {
    open += galley.containers[index]?.opening ?? 0
    close += galley.containers[index]?.closing ?? 0
  }
  return [open, close]
}

function closingBound(galley: Galley, slice: Slice): number {
  let close = 0
  for (const index of slice.containers ?? []) close += galley.containers[index]?.closing ?? 0
  return close
}

function costOf(kind: number): number {
  if (kind === DISCOURAGED) return WEIGHTS.discouragedBreak
  if (kind === LONE) return WEIGHTS.loneLine
  return kind === FORBIDDEN ? WEIGHTS.forbiddenBreak : 0
}

function tooTall(galley: Galley, slice: Slice, needs: number, has: number): PlanWarning {
  const block = galley.blocks[slice.block]
  return { kind: 'block-scaled', article: galley.id, place: block?.place, key: block?.key ?? '', needs, has }
}

function readFloat(
  galley: Galley,
  geometry: ComposeGeometry,
  float: GalleyFloat,
  index: number,
  count: number,
  warnings: PlanWarning[],
): TextFloat {
  const home = Math.min(Math.max(0, float.home), count)
  const wide = float.width === 'page' && geometry.columns > 1
  const { lines } = geometry
  if (float.height > lines) {
    warnings.push({
      kind: 'float-scaled',
      article: galley.id,
      place: float.place,
      key: float.key,
      needs: float.height,
      has: lines,
    })
  }
  return {
    index,
    kind: float.kind === 'figure' ? 0 : 1,
    wide,
    height: Math.min(Math.max(0, float.height), lines),
    gap: Math.max(0, float.gap),
    home,
    ready: Math.min(float.anchor, home - 1),
    // A float across the columns has no place between a column's lines: there it would be a spanning slice.
    here: !wide && float.places.includes('here'),
    top: float.places.includes('top') || (wide && !float.places.includes('bottom')),
    bottom: float.places.includes('bottom'),
    page: float.places.includes('page'),
  }
}
