import { never } from './box.js'
import { fitLine, roomOf, tolerance, type FittedLine } from './fit-line.js'
import type { LastResorts } from './last-resorts.js'
import type { Measures } from './line-breaker.js'
import { demerits, isLone, loosest, looseness, solid } from './line-demerits.js'
import type { LineEdges } from './line-edges.js'
import type { MeasuredParagraph } from './measured-paragraph.js'

/** Demerits of the last resorts: more than those of a line a little loose, less than those of one that is named. */
const resort = {
  /** Ideographs stand closer at all, and as close as they may. */
  tight: 60,
  tightest: 90,
  /** Marks grow. */
  grown: 100,
  /** The line is loose all the same. */
  loose: 3000,
} as const

/** Em between the characters of a line that marks have relieved. */
const relieved = 0.05

/** Em that a line may lose at its edges. */
const edge = 2.2

/**
 * Breaks a paragraph whose ordinary solutions all have a loose line: with ideographs closer than solid, with marks wider
 * than theirs. Such paragraphs are few, so that every line is weighed by itself.
 */
export function breakByResorts(
  paragraph: MeasuredParagraph,
  edges: LineEdges,
  resorts: LastResorts,
  measures: Measures,
): FittedLine[] | undefined {
  const { boxes, sums } = paragraph
  const count = boxes.length
  const least = (at: number): number => (sums.width[at] ?? 0) - (sums.shrink[at] ?? 0)
  const best = [0]
  const found: { readonly line: FittedLine; readonly start: number }[] = []
  for (let start = 0; start < count; start++) {
    const until = best[start]
    if (until === undefined) continue
    const measure = start === 0 ? measures.first : measures.other
    const most = least(start) + measure + edge * (paragraph.em[start] ?? 0)
    for (let end = start; end < count && least(end + 1) - resorts.tightOf(start, end) <= most; end++) {
      const isLast = end === count - 1
      const price = isLast ? 0 : (boxes[end]?.breakAfter ?? 0)
      if (price === never) continue
      const fitted = fitLine(paragraph, edges, start, end, measure)
      const weighed = weigh(fitted, paragraph, resorts, measure, isLast)
      if (weighed === undefined) continue
      let cost = until + price + weighed.demerits
      if (fitted.isHung && edges.hung[end] !== 1) cost += demerits.hung
      if (isLast && isLone(paragraph, start, end)) cost += demerits.lone
      if (!isLast && boxes[end]?.hyphen && boxes[start - 1]?.hyphen) cost += demerits.ladder
      if (cost >= (best[end + 1] ?? Infinity)) continue
      best[end + 1] = cost
      found[end + 1] = { line: weighed.line, start }
    }
  }
  const lines: FittedLine[] = []
  for (let at = count; at > 0;) {
    const last = found[at]
    if (last === undefined) return undefined
    lines.push(last.line)
    at = last.start
  }
  return lines.toReversed()
}

/** A line with what it takes to fill its measure; nothing where it cannot. */
function weigh(
  line: FittedLine,
  paragraph: MeasuredParagraph,
  resorts: LastResorts,
  measure: number,
  isLast: boolean,
): { readonly line: FittedLine; readonly demerits: number } | undefined {
  const { first, last, shrink, stretch, places } = line
  const excess = line.natural - measure
  if (excess > shrink + tolerance) {
    const tightened = excess - shrink + roomOf(line)
    const most = resorts.tightOf(first, last)
    if (tightened > most) return undefined
    const share = tightened / most
    return {
      line: { ...line, tightened: share },
      demerits: demerits.line + demerits.shrunk + resort.tight + resort.tightest * share ** 2,
    }
  }
  if (excess > tolerance)
    return { line, demerits: demerits.line + demerits.shrunk * (excess / Math.max(excess, shrink)) ** 2 }
  if (isLast) return { line, demerits: demerits.line }
  const given = Math.min(-excess, stretch)
  const blank = -excess - given
  const cost = demerits.line + (given > 0 ? demerits.stretched * (given / stretch) ** 2 : 0)
  const em = paragraph.em[first] ?? 1
  const gap = blank / places / em
  if (gap <= solid) return { line, demerits: cost }
  if (gap <= loosest) return { line, demerits: cost + looseness(gap) }
  const growth = resorts.growthOf(first, last)
  if (growth < blank - loosest * places * em) return { line, demerits: cost + looseness(gap) + resort.loose }
  const grown = Math.min(1, (blank - relieved * places * em) / growth)
  return {
    line: { ...line, grown },
    demerits: cost + resort.grown + looseness((blank - grown * growth) / places / em),
  }
}
