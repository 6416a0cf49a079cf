import type { LineSetting } from '../../issue/lines.js'
import type { MeasuredParagraph } from './measured-paragraph.js'

/** Boxes `first` to `last`, both within, as one line. Px. */
export interface FittedLine {
  readonly first: number
  readonly last: number
  /** Set as it is, its edges trimmed. */
  readonly natural: number
  readonly shrink: number
  readonly stretch: number
  /** Places between characters. */
  readonly places: number
  /** What the mark at its end gives when it hangs; 0 where it may not. */
  readonly hang: number
  /** The mark at its end hangs. */
  readonly isHung: boolean
}

const hanging = new Set('，。、；：．')

/** A line from box `start` to box `end`, without the spaces at its edges. */
export function fitLine(
  paragraph: MeasuredParagraph,
  start: number,
  end: number,
  setting: LineSetting,
): FittedLine | undefined {
  const { boxes, sums } = paragraph
  let first = start
  let last = end
  while (first < last && boxes[first]?.kind === 'space') first++
  while (last > first && boxes[last]?.kind === 'space') last--
  if (boxes[first]?.kind === 'space') return undefined
  const between = (list: Float64Array): number => (list[last + 1] ?? 0) - (list[first] ?? 0)
  let natural = between(sums.width) - (paragraph.joint[last] ?? 0) + (paragraph.hyphen[last] ?? 0)
  let shrink = between(sums.shrink) - (paragraph.jointShrink[last] ?? 0)
  const stretch = between(sums.stretch) - (paragraph.jointStretch[last] ?? 0)
  if (startsFlush(paragraph, first, setting)) {
    natural -= (paragraph.width[first] ?? 0) - (paragraph.em[first] ?? 0) / 2
    shrink -= paragraph.shrink[first] ?? 0
  }
  let ending = paragraph.width[last] ?? 0
  if (endsHalf(paragraph, last, setting)) {
    natural -= ending - (paragraph.em[last] ?? 0) / 2
    shrink -= paragraph.shrink[last] ?? 0
    ending = (paragraph.em[last] ?? 0) / 2
  }
  const mayHang = setting.hanging !== 'none' && paragraph.mark[last] && hanging.has(boxes[last]?.text ?? '')
  const line = { first, last, natural, shrink, stretch, places: Math.max(1, between(sums.places) - 1) }
  if (!mayHang) return { ...line, hang: 0, isHung: false }
  return setting.hanging === 'all'
    ? { ...line, natural: natural - ending, hang: 0, isHung: true }
    : { ...line, hang: ending, isHung: false }
}

/** The line with its end mark beyond the measure where it is too long otherwise; nothing where it is too long at all. */
export function squeezeLine(line: FittedLine, measure: number): FittedLine | undefined {
  const excess = line.natural - measure - line.shrink - tolerance
  if (excess <= 0) return line
  return line.hang > 0 && excess <= line.hang
    ? { ...line, natural: line.natural - line.hang, hang: 0, isHung: true }
    : undefined
}

/** Px that widths may be wrong by. */
export const tolerance = 0.04

/** Whether the opening mark at a line's beginning gives up its blank half. */
export function startsFlush(
  { mark, boxes }: MeasuredParagraph,
  first: number,
  { firstMark }: LineSetting,
): boolean {
  return mark[first] === 1 && boxes[first]?.kind === 'open' && (first > 0 || firstMark === 'flush')
}

/** Whether the mark at a line's end gives up its blank half (GB/T 15834 §5.1.10). */
export function endsHalf(paragraph: MeasuredParagraph, last: number, { marks }: LineSetting): boolean {
  return marks !== 'full' && paragraph.mark[last] === 1 && paragraph.boxes[last]?.kind === 'close'
}
