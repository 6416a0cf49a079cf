import type { Slice } from '../../issue/index.js'

/** Where the boxes of a run stand, in px from the run's first unit. */
export interface SpacedRun {
  /** Top of the first slice's own box. */
  readonly start: number
  /** By slice of the run: px between the box before it and its own box. The first is 0. */
  readonly margins: number[]
  /** End of the last slice's box. */
  readonly end: number
}

/**
 * Turns units back into px. Each box stands at its units' top and its inset below; what the units leave over becomes
 * space before the next box. A block that is the first thing in its frame stands flush with the frame's top. A run off the grid
 * that goes on from the frame before keeps its own distances and stands lower by what it had begun above its units.
 */
export function spaceRun(slices: readonly Slice[], pitch: number, flush: boolean): SpacedRun {
  const margins: number[] = []
  let unit = 0
  let start = 0
  let bottom = 0
  let shift = 0
  for (const [at, slice] of slices.entries()) {
    if (at > 0) unit += slice.spaceBefore ?? 0
    const inset = slice.inset ?? 0
    if (at === 0) shift = slice.kind === 'block' && flush && !slice.flowing ? -inset : Math.max(0, -inset)
    else if (!slice.flowing) shift = 0
    const top = unit * pitch + inset + shift
    if (at === 0) start = top
    margins.push(at === 0 ? 0 : top - bottom)
    bottom = top + (slice.natural ?? slice.height * pitch)
    unit += slice.height
  }
  return { start, margins, end: bottom }
}
