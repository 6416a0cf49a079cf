import type { Box } from './box.js'

/** What it costs to end a line of a heading or caption within a word, and elsewhere than after a mark or space. */
const cost = { withinWord: 160, withoutMark: 100 } as const

let segmenter: Intl.Segmenter | undefined

/**
 * Where a heading or caption is parted by sense: after marks, between words, never within one where it can be helped.
 * Words are those of the Unicode dictionary (UAX #29).
 *
 * @returns the cost of a line's end after a box
 */
export function senseBreaks(text: string, boxes: readonly Box[]): (box: number) => number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const starts = new Set([...segmenter.segment(text)].map(({ index }) => index))
  return (index) => {
    const box = boxes[index]
    if (box === undefined) return 0
    if (box.kind === 'close' || box.kind === 'space' || box.kind === 'whole') return 0
    return boxes[index + 1]?.kind === 'open' || starts.has(box.to) ? cost.withoutMark : cost.withinWord
  }
}
