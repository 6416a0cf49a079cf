import type { Clip } from '../content/mark.js'
import { fillPolygons } from './fill-polygons.js'
import { pixelsIn, type Grid, type Range } from './grid.js'

/** Which pixels of a range a clip lets through. */
export interface ClipMask {
  readonly range: Range
  /** Row by row from the lowest; 1 lets through. */
  readonly bits: Uint8Array
}

/** Clips that are kept: a page uses the same few again and again. */
const kept = 64

/** The masks of a page's clips that are no rectangles. */
export class ClipMasks {
  private readonly masks = new Map<Clip, ClipMask>()
  constructor(private readonly grid: Grid) {}

  /** Absent for a rectangle: the mark's own box is within it. */
  of(clip: Clip | undefined): ClipMask | undefined {
    if (clip === undefined || clip.isBox) return undefined
    const known = this.masks.get(clip)
    if (known) return known
    if (this.masks.size >= kept) this.masks.clear()
    const range = pixelsIn(clip.box, this.grid)
    const width = Math.max(0, range.right - range.left)
    const bits = new Uint8Array(width * Math.max(0, range.top - range.bottom))
    fillPolygons(clip.polygons, clip.evenOdd, this.grid, range, (row, from, to) => {
      const start = (row - range.bottom) * width - range.left
      bits.fill(1, start + from, start + to)
    })
    const outer = this.of(clip.parent)
    if (outer)
      for (let row = range.bottom; row < range.top; row += 1)
        for (let column = range.left; column < range.right; column += 1)
          if (!lets(outer, row, column)) bits[(row - range.bottom) * width + column - range.left] = 0
    const mask = { range, bits }
    this.masks.set(clip, mask)
    return mask
  }
}

export function lets({ range, bits }: ClipMask, row: number, column: number): boolean {
  if (row < range.bottom || row >= range.top || column < range.left || column >= range.right) return false
  return bits[(row - range.bottom) * (range.right - range.left) + column - range.left] === 1
}
