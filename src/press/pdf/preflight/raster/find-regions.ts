import type { Box } from '../finding.js'
import type { Grid } from './grid.js'

export interface Region {
  readonly box: Box
  /** In pixels. */
  readonly size: number
  /** The greatest value in it. */
  readonly peak: number
}

/** Connected pixels above a limit, sides touching. */
export function findRegions(grid: Grid, values: Uint16Array, limit: number): Region[] {
  const { columns, rows, scale } = grid
  const seen = new Uint8Array(columns * rows)
  const regions: Region[] = []
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] === 1 || (values[start] ?? 0) <= limit) continue
    const stack = [start]
    seen[start] = 1
    let [left, right, bottom, top] = [columns, 0, rows, 0]
    let size = 0
    let peak = 0
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      const column = pixel % columns
      const row = (pixel - column) / columns
      size += 1
      peak = Math.max(peak, values[pixel] ?? 0)
      left = Math.min(left, column)
      right = Math.max(right, column + 1)
      bottom = Math.min(bottom, row)
      top = Math.max(top, row + 1)
      const neighbours = [
        column > 0 ? pixel - 1 : -1,
        column + 1 < columns ? pixel + 1 : -1,
        row > 0 ? pixel - columns : -1,
        row + 1 < rows ? pixel + columns : -1,
      ]
      for (const next of neighbours) {
        if (next < 0 || seen[next] === 1 || (values[next] ?? 0) <= limit) continue
        seen[next] = 1
        stack.push(next)
      }
    }
    const box: Box = [
      grid.left + left / scale,
      grid.bottom + bottom / scale,
      grid.left + right / scale,
      grid.bottom + top / scale,
    ]
    regions.push({ box, size, peak })
  }
  return regions
}
