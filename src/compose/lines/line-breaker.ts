import { never } from './box.js'
import { fitLine, tolerance, type FittedLine } from './fit-line.js'
import { demerits, isLone, loosest, looseness, solid } from './line-demerits.js'
import type { LineEdges } from './line-edges.js'
import type { MeasuredParagraph } from './measured-paragraph.js'

/**
 * Looser lines are tried only where tighter ones leave a paragraph worse than the best of the looser lines could be: em
 * between characters of each pass, and the least demerits of a line that the pass leaves out.
 */
const passes = [
  { gap: solid, next: demerits.loose },
  { gap: loosest, next: looseness(loosest) },
  { gap: Infinity, next: Infinity },
] as const

/** Em by which a line may fall short of its measure where nothing better is found. */
const shortest = 3

/** Px of a paragraph's first line and of the others. */
export interface Measures {
  readonly first: number
  readonly other: number
}

/** Breaks paragraphs at the least demerits over all of their lines (Knuth and Plass 1981). */
export class LineBreaker {
  /** By number of boxes set: least demerits, and where the last line begins. */
  readonly #best: Float64Array
  readonly #from: Int32Array

  /** @param longest number of boxes that a paragraph may have */
  constructor(longest: number) {
    this.#best = new Float64Array(longest + 1)
    this.#from = new Int32Array(longest + 1)
  }

  /** Returns the lines, or nothing when some word is wider than the measure. */
  lines(paragraph: MeasuredParagraph, edges: LineEdges, measures: Measures): FittedLine[] | undefined {
    let found: FittedLine[] | undefined
    let bound = Infinity
    for (const { gap, next } of passes) {
      const cost = this.#pass(paragraph, edges, measures, gap, bound)
      if (cost < bound) {
        bound = cost
        found = this.#read(paragraph, edges, measures)
      }
      if (bound <= next) break
    }
    return found
  }

  /** Least demerits of a paragraph without lines looser than `widest`; infinite when none are below `bound`. */
  #pass(
    paragraph: MeasuredParagraph,
    edges: LineEdges,
    measures: Measures,
    widest: number,
    bound: number,
  ): number {
    const { width, shrink } = paragraph.sums
    const count = paragraph.boxes.length
    const best = this.#best.fill(Infinity, 0, count + 1)
    best[0] = 0
    let high = 0
    for (let start = 0; start < count; start++) {
      const measure = start === 0 ? measures.first : measures.other
      // What a line loses at its edges is two ems at most.
      const most = measure + (width[start] ?? 0) - (shrink[start] ?? 0) + 2.2 * (paragraph.em[start] ?? 0)
      while (high < count - 1 && (width[high + 1] ?? 0) - (shrink[high + 1] ?? 0) <= most) high++
      if ((best[start] ?? Infinity) < bound)
        this.#tryLines(paragraph, edges, start, high, measure, widest, bound)
    }
    return best[count] ?? Infinity
  }

  #tryLines(
    paragraph: MeasuredParagraph,
    edges: LineEdges,
    start: number,
    high: number,
    measure: number,
    widest: number,
    bound: number,
  ): void {
    const { boxes, sums } = paragraph
    const last = boxes.length - 1
    const until = this.#best[start] ?? 0
    const em = paragraph.em[start] ?? 1
    const width = (sums.width[start] ?? 0) + (edges.startCut[start] ?? 0)
    const shrink = (sums.shrink[start] ?? 0) + (edges.startShrink[start] ?? 0)
    const stretch = sums.stretch[start] ?? 0
    const places = sums.places[start] ?? 0
    const afterHyphen = boxes[start - 1]?.hyphen === true
    let isFound = false
    for (let end = high; end >= start; end--) {
      let excess = (sums.width[end + 1] ?? 0) - width - (edges.endCut[end] ?? 0) - measure
      const gives = (sums.shrink[end + 1] ?? 0) - shrink - (edges.endShrink[end] ?? 0)
      const box = boxes[end]
      const price = end === last ? 0 : (box?.breakAfter ?? 0)
      let cost = demerits.line + price
      if (excess > gives + tolerance) {
        const hang = edges.hang[end] ?? 0
        if (hang === 0 || excess - hang > gives + tolerance) continue
        excess -= hang
        cost += demerits.hung
      }
      if (excess > tolerance) cost += demerits.shrunk * (excess / Math.max(excess, gives)) ** 2
      else if (end < last) {
        const takes = (sums.stretch[end + 1] ?? 0) - stretch - (edges.endStretch[end] ?? 0)
        const given = Math.min(-excess, takes)
        if (given > 0) cost += demerits.stretched * (given / takes) ** 2
        const gap = (-excess - given) / Math.max(1, (sums.places[end] ?? 0) - places) / em
        if (gap > solid) {
          if (gap > widest && -excess - given > 1.1 * em) return
          if (isFound && -excess > shortest * em) return
          if (gap > widest) continue
          cost += looseness(gap)
        }
      }
      if (end === last && isLone(paragraph, start, end)) cost += demerits.lone
      if (afterHyphen && box?.hyphen && end < last) cost += demerits.ladder
      const sum = until + cost
      if (price === never || sum >= bound) continue
      isFound = true
      if (sum < (this.#best[end + 1] ?? Infinity)) {
        this.#best[end + 1] = sum
        this.#from[end + 1] = start
      }
    }
  }

  #read(paragraph: MeasuredParagraph, edges: LineEdges, measures: Measures): FittedLine[] {
    const result: FittedLine[] = []
    for (let at = paragraph.boxes.length; at > 0;) {
      const start = this.#from[at] ?? 0
      result.push(fitLine(paragraph, edges, start, at - 1, start === 0 ? measures.first : measures.other))
      at = start
    }
    return result.toReversed()
  }
}
