import type { LineSetting } from '../../issue/lines.js'
import type { LineEdges } from './line-edges.js'
import type { MeasuredParagraph } from './measured-paragraph.js'

/** Boxes `first` to `last`, both within, as one line. Px. */
export interface FittedLine {
  readonly first: number
  readonly last: number
  /** Set as it is, its edges trimmed. */
  readonly natural: number
  readonly shrink: number
  readonly stretch: number
  /** Places where characters part when the line must grow. */
  readonly places: number
  /** The mark at its end hangs. */
  readonly isHung: boolean
  /** Share of what ideographs can give by standing closer than solid: a last resort. */
  readonly tightened?: number | undefined
  /** Share of what its marks can grow by: a last resort. */
  readonly grown?: number | undefined
}

/** Boxes `start` to `end` as one line of a measure: without the spaces at its edges, its last mark hanging if it must. */
export function fitLine(
  paragraph: MeasuredParagraph,
  edges: LineEdges,
  start: number,
  end: number,
  measure: number,
): FittedLine {
  const { boxes, sums } = paragraph
  let first = start
  let last = end
  while (first < last && boxes[first]?.kind === 'space') first++
  while (last > first && boxes[last]?.kind === 'space') last--
  const between = (list: Float64Array): number => (list[end + 1] ?? 0) - (list[start] ?? 0)
  const natural = between(sums.width) - (edges.startCut[start] ?? 0) - (edges.endCut[end] ?? 0)
  const shrink = between(sums.shrink) - (edges.startShrink[start] ?? 0) - (edges.endShrink[end] ?? 0)
  const hang = edges.hang[end] ?? 0
  const mustHang = hang > 0 && natural - shrink > measure + tolerance
  return {
    first,
    last,
    natural: mustHang ? natural - hang : natural,
    shrink,
    stretch: between(sums.stretch) - (edges.endStretch[end] ?? 0),
    places: Math.max(1, (sums.places[last] ?? 0) - (sums.places[first] ?? 0)),
    isHung: mustHang || edges.hung[end] === 1,
  }
}

/** Px that widths may be wrong by. */
export const tolerance = 0.04

/** Px that a line is set narrower than its measure: the browser rounds every stretch of text to 1/64 px. */
export function roomOf({ first, last }: FittedLine): number {
  return 0.02 + 0.02 * Math.min(12, last - first)
}

/** Whether the opening mark at a line's beginning gives up its blank half. */
export function startsFlush(
  { mark, boxes }: MeasuredParagraph,
  first: number,
  { firstMark }: LineSetting,
): boolean {
  return mark[first] === 1 && boxes[first]?.kind === 'open' && (first > 0 || firstMark === 'flush')
}

/** Whether the mark at a line's end gives up its blank half (GB/T 15834—2011 §5.1.10). */
export function endsHalf(paragraph: MeasuredParagraph, last: number, { marks }: LineSetting): boolean {
  return marks !== 'full' && paragraph.mark[last] === 1 && paragraph.boxes[last]?.kind === 'close'
}
