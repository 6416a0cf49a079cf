import type { MarkedDocument, MarkedPair } from './marked-document.js'

/** Where something stands in a printed file. */
export interface PrintedPlace {
  /** 0-based. */
  readonly page: number
  /** Pt from the left and the lower edge. */
  readonly left: number
  readonly top: number
}

/** What pages that the browser makes are judged by: the same as the composer's. */
export interface NativeFigures {
  readonly pages: number
  readonly loneLines: number
  readonly headingsAtFoot: number
  readonly oneLineColumns: number
  readonly floats: { readonly count: number; readonly onSamePage: number; readonly farthest: number }
  /** `away`: beginning on another page than their call. */
  readonly notes: { readonly count: number; readonly away: number }
  readonly bodyLines: number
  /** Greatest distance of a body line from the grid that most of them stand on, in pt. */
  readonly gridDeviation: number
}

/** Lengths in pt. */
export interface NativeGrid {
  readonly pitch: number
  readonly column: number
  readonly gap: number
}

/** Judges a printed file by where its marks came to stand. */
export function nativeFigures(
  { lines, floats, notes }: MarkedDocument,
  places: ReadonlyMap<string, PrintedPlace>,
  pages: number,
  grid: NativeGrid,
): NativeFigures {
  const columnOf = columns(places, grid)
  const held = new Map<string, number>()
  for (const { mark } of [...lines, ...floats]) {
    const column = columnOf(mark)
    if (column !== undefined) held.set(column, (held.get(column) ?? 0) + 1)
  }
  const lineColumns = new Set(lines.flatMap(({ mark }) => columnOf(mark) ?? []))
  let loneLines = 0
  let headingsAtFoot = 0
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (next === undefined || columnOf(line.mark) === columnOf(next.mark)) continue
    // Text of another article begins anew: no break within this one.
    if (columnOf(line.mark) === undefined || columnOf(next.mark) === undefined) continue
    if (next.index > 0 && (next.index < 2 || next.count - next.index < 2)) loneLines++
    // A figure below it is not nothing.
    const below = floats.some(
      ({ mark }) =>
        columnOf(mark) === columnOf(line.mark) &&
        (places.get(mark)?.top ?? Number.POSITIVE_INFINITY) < (places.get(line.mark)?.top ?? 0),
    )
    if (next.index === 0 && line.isHeading && !below) headingsAtFoot++
  }
  const distances = floats.flatMap((float) => distance(float, places) ?? [])
  return {
    pages,
    loneLines,
    headingsAtFoot,
    oneLineColumns: [...lineColumns].filter((column) => held.get(column) === 1).length,
    floats: {
      count: floats.length,
      onSamePage: distances.filter((pagesAway) => pagesAway === 0).length + floats.length - distances.length,
      farthest: Math.max(0, ...distances),
    },
    notes: { count: notes.length, away: notes.filter((note) => (distance(note, places) ?? 0) > 0).length },
    bodyLines: lines.length,
    gridDeviation: deviation(
      lines.flatMap(({ mark, isBody }) => (isBody ? (places.get(mark)?.top ?? []) : [])),
      grid.pitch,
    ),
  }
}

/** Name of the column that a mark stands in. Columns are told by their distance from the page's leftmost mark. */
function columns(
  places: ReadonlyMap<string, PrintedPlace>,
  { column, gap }: NativeGrid,
): (mark: string) => string | undefined {
  const leftmost = new Map<number, number>()
  for (const { page, left } of places.values())
    leftmost.set(page, Math.min(leftmost.get(page) ?? Number.POSITIVE_INFINITY, left))
  return (mark) => {
    const place = places.get(mark)
    if (place === undefined) return undefined
    const right = place.left - (leftmost.get(place.page) ?? 0) + gap / 2
    return `${place.page} ${Math.floor(right / (column + gap))}`
  }
}

/** Pages between something and what leads to it; undefined when nothing does. */
function distance({ mark, from }: MarkedPair, places: ReadonlyMap<string, PrintedPlace>): number | undefined {
  const there = places.get(mark)?.page
  const here = from === undefined ? undefined : places.get(from)?.page
  return there === undefined || here === undefined ? undefined : Math.abs(there - here)
}

/** Greatest distance from the grid on which the middle one of the lines stands, to a thousandth. */
function deviation(tops: readonly number[], pitch: number): number {
  const rests = tops.map((top) => ((top % pitch) + pitch) % pitch)
  const middle = rests.toSorted((a, b) => a - b)[rests.length >> 1] ?? 0
  const most = Math.max(
    0,
    ...rests.map((rest) => Math.min(Math.abs(rest - middle), pitch - Math.abs(rest - middle))),
  )
  return Math.round(most * 1000) / 1000
}
