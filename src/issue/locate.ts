import type { Point } from 'unist'

/** Gives the point at an offset in UTF-16 units; 1-based line and column as in unist. */
export type Locate = (offset: number) => Point

/** Points in `text`, found by binary search over its line starts. Offsets beyond the end give the end. */
export function locator(text: string): Locate {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (wanted) => {
    const offset = Math.max(0, Math.min(wanted, text.length))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
  }
}
