import type { NaturalSlice } from './natural-slice.js'

/** Px that two boxes may miss each other by before it counts: Chromium's layout unit is 1/64 px. */
const tolerance = 0.1

/** Where a slice stands in whole units, and its box within them in px. */
export interface SnappedSlice {
  readonly height: number
  readonly spaceBefore: number
  readonly inset: number
  readonly natural: number
}

/**
 * Turns natural px into whole units of the pitch.
 *
 * - A line on the grid keeps its place in the units; padding and border of a container that begins or ends at it take
 *   whole units beside it.
 * - A solid block takes as many units as its box and the margins around it come to, rounded to the nearest; what is
 *   left over stands above and below it in the proportion of its margins.
 * - A run off the grid (table rows, code) flows at its own pitch and only its whole height is rounded up.
 * - A block across the columns carries its margins in its height, because a frame drops the space at its top.
 */
export function snapToGrid(slices: readonly NaturalSlice[], pitch: number): SnappedSlice[] {
  const snapped: SnappedSlice[] = []
  let slack = 0
  for (let i = 0; i < slices.length; i++) {
    const slice = slices[i]
    if (slice === undefined) continue
    const gap = gapBefore(slices, i)
    if (slice.fit === 'flowing') {
      const end = runEnd(slices, i)
      slack = snapRun(slices, i, end, gap - slack, pitch, snapped)
      i = end - 1
      continue
    }
    const one =
      slice.fit === 'grid' ? snapLine(slice, gap - slack, pitch) : snapSolid(slices, i, gap - slack, pitch)
    snapped.push(one)
    slack = one.height * pitch - one.inset - one.natural
  }
  return carryMarginsAcross(slices, snapped, pitch)
}

function gapBefore(slices: readonly NaturalSlice[], index: number): number {
  const slice = slices[index]
  const before = slices[index - 1]
  return slice && before ? Math.max(0, slice.top - before.bottom) : 0
}

function units(px: number, pitch: number): number {
  return Math.ceil((px - tolerance) / pitch)
}

/** Space of at least nothing, to the nearest unit. */
function space(px: number, pitch: number): number {
  return Math.max(0, Math.round((px - tolerance) / pitch))
}

function snapLine(slice: NaturalSlice, gap: number, pitch: number): SnappedSlice {
  const above = units(slice.lineTop - slice.top, pitch)
  const line = Math.max(1, Math.round((slice.lineBottom - slice.lineTop) / pitch))
  const below = units(slice.bottom - slice.lineBottom, pitch)
  const inset = above * pitch - (slice.lineTop - slice.top)
  return {
    height: above + line + below,
    spaceBefore: space(gap - inset, pitch),
    inset,
    natural: slice.bottom - slice.top,
  }
}

function snapSolid(slices: readonly NaturalSlice[], index: number, gap: number, pitch: number): SnappedSlice {
  const slice = slices[index]
  if (slice === undefined) throw new RangeError('no such slice')
  const natural = slice.bottom - slice.top
  const above = Math.max(0, gap)
  const below = gapBefore(slices, index + 1)
  const least = Math.max(1, units(natural, pitch))
  const all = Math.max(least, Math.round((above + natural + below) / pitch))
  const blank = all * pitch - natural
  const upper = above + below === 0 ? blank / 2 : (blank * above) / (above + below)
  const spaceBefore = Math.min(all - least, Math.floor((upper + tolerance) / pitch))
  return { height: all - spaceBefore, spaceBefore, inset: Math.max(0, upper - spaceBefore * pitch), natural }
}

/** End of the run off the grid that begins at `start`. */
function runEnd(slices: readonly NaturalSlice[], start: number): number {
  const run = slices[start]?.run
  let end = start + 1
  while (slices[end]?.fit === 'flowing' && slices[end]?.run === run) end++
  return end
}

/** Returns the blank px below the run. */
function snapRun(
  slices: readonly NaturalSlice[],
  start: number,
  end: number,
  gap: number,
  pitch: number,
  into: SnappedSlice[],
): number {
  const run = slices.slice(start, end)
  const origin = run[0]?.top ?? 0
  let used = 0
  for (const [at, slice] of run.entries()) {
    // A rule below a table's last row is beyond the note that follows it, and within the page that ends with the row.
    const until = Math.max(used, units(Math.max(run[at + 1]?.top ?? 0, slice.bottom) - origin, pitch))
    into.push({
      height: until - used,
      spaceBefore: at === 0 ? space(gap, pitch) : 0,
      inset: slice.top - origin - used * pitch,
      natural: slice.bottom - slice.top,
    })
    used = until
  }
  return used * pitch - ((run.at(-1)?.bottom ?? origin) - origin)
}

function carryMarginsAcross(
  slices: readonly NaturalSlice[],
  snapped: readonly SnappedSlice[],
  pitch: number,
): SnappedSlice[] {
  const result = [...snapped]
  for (const [i, slice] of slices.entries()) {
    const one = result[i]
    const before = result[i - 1]
    if (one === undefined || one.spaceBefore === 0) continue
    if (slice.span && !slices[i - 1]?.span) {
      const { spaceBefore, height, inset } = one
      result[i] = { ...one, spaceBefore: 0, height: height + spaceBefore, inset: inset + spaceBefore * pitch }
    } else if (!slice.span && slices[i - 1]?.span && before) {
      result[i - 1] = { ...before, height: before.height + one.spaceBefore }
      result[i] = { ...one, spaceBefore: 0 }
    }
  }
  return result
}
