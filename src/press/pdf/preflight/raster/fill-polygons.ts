import type { Polygon } from '../content/mark.js'
import type { Grid, Range } from './grid.js'

/**
 * Tells of every stretch of pixels whose centres lie within polygons (ISO 32000-1, 8.5.3.3).
 *
 * @param visit row, first column, column after the last
 */
export function fillPolygons(
  polygons: readonly Polygon[],
  evenOdd: boolean,
  { left, bottom, scale }: Grid,
  range: Range,
  visit: (row: number, from: number, to: number) => void,
): void {
  const rows: ({ x: number; turn: number }[] | undefined)[] = []
  const edge = (x0: number, y0: number, x1: number, y1: number): void => {
    if (y0 === y1) return
    const turn = y0 < y1 ? 1 : -1
    const [low, high] = y0 < y1 ? [y0, y1] : [y1, y0]
    const first = Math.max(range.bottom, Math.ceil(low - 0.5))
    const last = Math.min(range.top - 1, Math.ceil(high - 0.5) - 1)
    const slope = (x1 - x0) / (y1 - y0)
    for (let row = first; row <= last; row += 1) {
      const crossing = { x: x0 + (row + 0.5 - y0) * slope, turn }
      const crossings = rows[row - range.bottom]
      if (crossings) crossings.push(crossing)
      else rows[row - range.bottom] = [crossing]
    }
  }
  for (const polygon of polygons) {
    const count = polygon.length / 2
    for (let at = 0; at < count; at += 1) {
      const next = (at + 1) % count
      const [x0 = 0, y0 = 0] = [polygon[at * 2], polygon[at * 2 + 1]]
      const [x1 = 0, y1 = 0] = [polygon[next * 2], polygon[next * 2 + 1]]
      edge((x0 - left) * scale, (y0 - bottom) * scale, (x1 - left) * scale, (y1 - bottom) * scale)
    }
  }
  rows.forEach((crossings, index) => {
    if (crossings === undefined) return
    crossings.sort((a, b) => a.x - b.x)
    let winding = 0
    crossings.forEach(({ x, turn }, at) => {
      winding += evenOdd ? 1 : turn
      const next = crossings[at + 1]
      if (next === undefined || (evenOdd ? winding % 2 === 0 : winding === 0)) return
      const from = Math.max(range.left, Math.ceil(x - 0.5))
      const to = Math.min(range.right, Math.ceil(next.x - 0.5))
      if (from < to) visit(index + range.bottom, from, to)
    })
  })
}

/** A line as quadrilaterals, one for each of its pieces; joins and ends are left plain. */
export function outlineStroke(polygons: readonly Polygon[], width: number): Polygon[] {
  const half = width / 2
  return polygons.flatMap((polygon) => {
    const quads: Polygon[] = []
    for (let at = 0; at + 3 < polygon.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = polygon.slice(at, at + 4)
      const length = Math.hypot(x1 - x0, y1 - y0)
      if (length === 0) continue
      const [dx, dy] = [((y1 - y0) / length) * half, ((x0 - x1) / length) * half]
      quads.push([x0 + dx, y0 + dy, x1 + dx, y1 + dy, x1 - dx, y1 - dy, x0 - dx, y0 - dy])
    }
    return quads
  })
}
