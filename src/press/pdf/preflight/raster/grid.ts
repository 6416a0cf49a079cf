import type { Box } from '../finding.js'

/** A raster over a page; row 0 is the lowest. */
export interface Grid {
  /** Points of the page's coordinates where it begins. */
  readonly left: number
  readonly bottom: number
  readonly columns: number
  readonly rows: number
  /** Pixels a point. */
  readonly scale: number
}

/** Pixels: `right` and `top` are the first that lie outside. */
export interface Range {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Most pixels of a page. */
const most = 4_000_000

/** One pixel a point, fewer on a sheet larger than four square metres' worth of points. */
export function gridOver([left, bottom, right, top]: Box): Grid {
  const [wide, high] = [Math.max(1, right - left), Math.max(1, top - bottom)]
  const scale = Math.min(1, Math.sqrt(most / (wide * high)))
  return { left, bottom, columns: Math.ceil(wide * scale), rows: Math.ceil(high * scale), scale }
}

/** Pixels whose centres lie in a box. */
export function pixelsIn([left, bottom, right, top]: Box, grid: Grid): Range {
  const column = (x: number) => clamp(Math.ceil((x - grid.left) * grid.scale - 0.5), grid.columns)
  const row = (y: number) => clamp(Math.ceil((y - grid.bottom) * grid.scale - 0.5), grid.rows)
  return { left: column(left), bottom: row(bottom), right: column(right), top: row(top) }
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}
