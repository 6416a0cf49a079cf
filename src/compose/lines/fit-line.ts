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
}

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
  if (paragraph.mark[first] && boxes[first]?.kind === 'open') {
    natural -= (paragraph.width[first] ?? 0) - (paragraph.em[first] ?? 0) / 2
    shrink -= paragraph.shrink[first] ?? 0
  }
  if (endsHalf(paragraph, last, setting)) {
    natural -= (paragraph.width[last] ?? 0) - (paragraph.em[last] ?? 0) / 2
    shrink -= paragraph.shrink[last] ?? 0
  }
  return { first, last, natural, shrink, stretch, places: Math.max(1, between(sums.places) - 1) }
}

/** Whether the mark at a line's end gives up its blank half (GB/T 15834 §5.1.10). */
export function endsHalf(paragraph: MeasuredParagraph, last: number, { marks }: LineSetting): boolean {
  return marks !== 'full' && paragraph.mark[last] === 1 && paragraph.boxes[last]?.kind === 'close'
}
