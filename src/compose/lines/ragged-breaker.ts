import { never } from './box.js'
import { fitLine, tolerance, type FittedLine } from './fit-line.js'
import type { LineEdges } from './line-edges.js'
import type { MeasuredParagraph } from './measured-paragraph.js'
import type { LineParagraph } from '../../issue/lines.js'
import { senseBreaks } from './sense-breaks.js'
import type { Measures } from './line-breaker.js'
import { isLone } from './line-demerits.js'

/** What is bad about a line that is not justified. Dimensionless, like the costs of breaks that they are added to. */
const demerits = {
  /** No more lines than needed. */
  line: 5000,
  lone: 20_000,
  /** A line that is empty; the square of what is missing of the measure is charged. */
  short: 500,
} as const

/** Em of a measure at which no edge is even, as of cells: there lines may as well end by sense. */
const narrow = 12

/**
 * Breaks lines that are as long as they come to be: no line more than needed, and then the least differences in length
 * and the best places to end a line. Nothing shrinks or stretches, no word is hyphenated.
 *
 * @returns nothing when some word is wider than the measure
 */
export function breakRagged(
  paragraph: MeasuredParagraph,
  edges: LineEdges,
  measures: Measures,
  align: NonNullable<LineParagraph['align']>,
  text: string,
): FittedLine[] | undefined {
  const { boxes } = paragraph
  const count = boxes.length
  const balanced = align === 'balanced'
  const isShort = balanced || measures.other < narrow * (paragraph.em[0] ?? 0)
  const sense = isShort ? senseBreaks(text, boxes) : () => 0
  const best = new Float64Array(count + 1).fill(Infinity)
  const from = new Int32Array(count + 1)
  best[0] = 0
  for (let start = 0; start < count; start++) {
    const until = best[start] ?? Infinity
    if (until === Infinity) continue
    const measure = start === 0 ? measures.first : measures.other
    for (let end = start; end < count; end++) {
      const { natural } = fitLine(paragraph, edges, start, end, measure)
      if (natural > measure + 3 * (paragraph.em[end] ?? 0)) break
      const isLast = end === count - 1
      const price = isLast ? 0 : (boxes[end]?.breakAfter ?? 0)
      if (natural > measure + tolerance || price >= never || (!isLast && boxes[end]?.hyphen)) continue
      const missing = isLast && !balanced ? 0 : Math.max(0, 1 - natural / measure)
      const cost =
        until + demerits.line + price + demerits.short * missing ** 2 +
        (isLast ? 0 : sense(end)) + (isLast && isLone(paragraph, start, end) ? demerits.lone : 0) // prettier-ignore
      if (cost >= (best[end + 1] ?? Infinity)) continue
      best[end + 1] = cost
      from[end + 1] = start
    }
  }
  if (best[count] === Infinity) return undefined
  const lines: FittedLine[] = []
  for (let at = count; at > 0;) {
    const start = from[at] ?? 0
    const line = fitLine(paragraph, edges, start, at - 1, Infinity)
    lines.unshift({ ...line, shrink: 0, stretch: 0 })
    at = start
  }
  return lines
}
