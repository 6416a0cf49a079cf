import type { Galley, GalleyBlock, GalleyFloat, Slice } from '../../issue/galley.js'
import type { ComposeGeometry, PlanWarning } from '../../issue/page-plan.js'
import { WEIGHTS } from './cost.js'
import { NoteBook } from './notes.js'
import {
  commonContainers,
  DISCOURAGED,
  FORBIDDEN,
  FORCED_COLUMN,
  FORCED_PAGE,
  FREE,
  LONE,
  type Text,
  type TextFloat,
} from './text.js'

const CLASSES = {
  free: FREE,
  discouraged: DISCOURAGED,
  lone: LONE,
  forbidden: FORBIDDEN,
  column: FORCED_COLUMN,
  page: FORCED_PAGE,
} as const

/** Fits a galley to the page: what is too tall is scaled, with a warning. */
export function readGalley(galley: Galley, geometry: ComposeGeometry): Text {
  const warnings: PlanWarning[] = galley.blocks.flatMap((block) => scaled(galley, block))
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

/**
 * Notes in the order of their calls, and how many each slice calls first. A note that no slice calls (its call stands
 * in a caption) goes with the note before it in the galley.
 */
function noteCalls(galley: Galley): { order: readonly number[]; calls: Int32Array } {
  const calls = new Int32Array(galley.slices.length)
  const sliceOf = galley.notes.map(() => -1)
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

const SCALED = { height: 'block-scaled', width: 'block-narrowed', word: 'word-broken' } as const

/** What was set smaller before it was measured. */
function scaled({ id }: Galley, { key, place, scaled }: GalleyBlock): PlanWarning[] {
  if (scaled === undefined) return []
  const { by, needs, has } = scaled
  return [{ kind: SCALED[by], article: id, place, key, needs, has }]
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
  const { key, place } = float
  const { scaled } = float
  if (scaled?.by === 'word') {
    const { needs, has } = scaled
    warnings.push({ kind: 'word-broken', article: galley.id, place, key, needs, has })
  }
  if (scaled?.by === 'height' || float.height > lines) {
    const needs = scaled?.by === 'height' ? scaled.needs : float.height
    warnings.push({ kind: 'float-scaled', article: galley.id, place, key, needs, has: lines })
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
