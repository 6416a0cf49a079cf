import type { LineAdjustment } from '../../issue/lines.js'
import type { Box } from './box.js'
import type { FittedLine } from './fit-line.js'
import type { MeasuredParagraph } from './measured-paragraph.js'
import { isConnector, isHeldBetween } from './part-between.js'

/** Em by which ideographs must part before anything is held. */
const least = 0.01

interface Held {
  /** What stands in one `span`: words with the spaces between them, or one mark. */
  readonly from: number
  readonly to: number
  readonly isWord: boolean
  before: number
  after: number
  words: number
}

/**
 * Where the browser parts all characters of a line alike, spaces that are already as wide as they may be stay so, and so
 * do 连接号 and 分隔号 with the characters beside them (CLREQ 3.5.4): what they would get is taken from them, and the
 * browser gives it to the others.
 *
 * @param blank px that are left to part characters with
 */
export function holdSpaces(
  paragraph: MeasuredParagraph,
  line: FittedLine,
  blank: number,
  adjustments: readonly LineAdjustment[],
): LineAdjustment[] {
  if (blank / line.places < least * (paragraph.em[line.first] ?? 1)) return [...adjustments]
  const held = findHeld(paragraph, line)
  const gap = blank / line.places
  const result = [...adjustments]
  for (const { from, to, isWord, before, after, words } of held) {
    const at = result.findIndex((one) => one.from <= from && to <= one.to)
    const own = result[at]
    const next: LineAdjustment = {
      from,
      to,
      ...own,
      before: (own?.before ?? 0) - before * gap,
      after: (own?.after ?? 0) - after * gap,
      ...(isWord && { words: (own?.words ?? 0) - (words > 0 ? gap : 0) }),
    }
    if (own) result[at] = next
    else result.push(next)
  }
  return result.sort((a, b) => a.from - b.from)
}

/** How many of the places where the browser parts characters are before, after and within each. */
function findHeld({ boxes, jointStretch }: MeasuredParagraph, { first, last }: FittedLine): Held[] {
  const held: Held[] = []
  const isWord = (box: Box | undefined): boolean => box?.kind === 'western' || box?.kind === 'space'
  for (let i = first; i <= last; i++) {
    const box = boxes[i]
    if (box === undefined || (!isWord(box) && !isConnector(box))) continue
    let end = i
    let words = 0
    if (isWord(box)) {
      while (end < last && isWord(boxes[end + 1])) end++
      for (let at = i; at <= end; at++) if (boxes[at]?.kind === 'space') words++
    }
    const sides = (at: number, beside: number): number => {
      const [one, other] = [boxes[at], boxes[beside]]
      if (beside < first || beside > last || one === undefined || other === undefined) return 0
      return Number(isHeldBetween(one, other, jointStretch[Math.min(at, beside)] ?? 0))
    }
    const [before, after] = [sides(i, i - 1), sides(end, end + 1)]
    if (before + after + words > 0)
      held.push({ from: box.from, to: boxes[end]?.to ?? box.to, isWord: isWord(box), before, after, words })
    i = end
  }
  return held
}
