import type { LineSetting } from '../../issue/lines.js'
import { fitLine, squeezeLine, tolerance, type FittedLine } from './fit-line.js'
import type { MeasuredParagraph } from './measured-paragraph.js'

/** What is bad about a line. Dimensionless; only their proportions matter. */
const demerits = {
  /** All that marks can give is taken. */
  shrunk: 2,
  /** All that spaces can take is added. */
  stretched: 3,
  /** Solid setting is left at all, and left by a twentieth of an em. */
  loose: 14,
  looseness: 90,
  /** 孤字: a last line of one character. */
  lone: 20_000,
  /** Two lines in a row that end with a hyphen of ours. */
  ladder: 200,
  /** A mark beyond the measure, where it hangs only when needed. */
  hung: 45,
  line: 0.1,
} as const

/** Em by which a line may fall short of its measure, where there is a good line and where there is none. */
const window = { good: 2.1, none: 3 } as const

/** Demerits of a line so good that much looser ones need not be tried. */
const good = 4

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
  lines(
    paragraph: MeasuredParagraph,
    measures: { readonly first: number; readonly other: number },
    setting: LineSetting,
  ): FittedLine[] | undefined {
    const count = paragraph.boxes.length
    const best = this.#best.fill(Infinity, 0, count + 1)
    best[0] = 0
    for (let start = 0; start < count; start++) {
      if ((best[start] ?? Infinity) < Infinity)
        this.#tryLines(paragraph, start, start === 0 ? measures.first : measures.other, setting)
    }
    if ((best[count] ?? Infinity) === Infinity) return undefined
    const result: FittedLine[] = []
    for (let at = count; at > 0; at = this.#from[at] ?? 0) {
      const line = fitLine(paragraph, this.#from[at] ?? 0, at - 1, setting)
      if (line) result.push(line)
    }
    return result.toReversed()
  }

  #tryLines(paragraph: MeasuredParagraph, start: number, measure: number, setting: LineSetting): void {
    const { boxes } = paragraph
    const last = boxes.length - 1
    const until = this.#best[start] ?? 0
    let least = Infinity
    for (let end = farthest(paragraph, start, measure); end >= start; end--) {
      const price = end === last ? 0 : (boxes[end]?.breakAfter ?? 0)
      if (price === Infinity) continue
      const penalty = boxes[end]?.hyphen && boxes[start - 1]?.hyphen ? price + demerits.ladder : price
      const fitted = fitLine(paragraph, start, end, setting)
      if (fitted === undefined) continue
      const em = emOf(paragraph, fitted)
      const line = squeezeLine(fitted, measure)
      if (line !== undefined) {
        const set = end === last ? lastLineCost(paragraph, line, measure) : lineCost(line, measure, em)
        const cost = line === fitted ? set : set + demerits.hung
        least = Math.min(least, cost + penalty)
        const sum = until + cost + penalty
        if (sum < (this.#best[end + 1] ?? Infinity)) {
          this.#best[end + 1] = sum
          this.#from[end + 1] = start
        }
      }
      const enough = least < good ? window.good : window.none
      if (fitted.natural < measure - enough * em && least < Infinity) return
    }
  }
}

function emOf(paragraph: MeasuredParagraph, line: FittedLine): number {
  return paragraph.em[line.first] ?? 1
}

/** The last box that a line from `start` can have when everything is shrunk, by bisection, and a little more. */
function farthest({ sums, boxes }: MeasuredParagraph, start: number, measure: number): number {
  const least = (end: number): number =>
    (sums.width[end + 1] ?? 0) -
    (sums.width[start] ?? 0) -
    (sums.shrink[end + 1] ?? 0) +
    (sums.shrink[start] ?? 0)
  let low = start
  let high = boxes.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (least(middle) <= measure) low = middle
    else high = middle - 1
  }
  return Math.min(boxes.length - 1, low + 3)
}

function lineCost(line: FittedLine, measure: number, em: number): number {
  const excess = line.natural - measure
  if (excess > tolerance) {
    return demerits.line + demerits.shrunk * (excess / Math.max(excess, line.shrink)) ** 2
  }
  const blank = -excess
  const given = Math.min(blank, line.stretch)
  const stretched = line.stretch > 0 ? demerits.stretched * (given / line.stretch) ** 2 : 0
  const gap = (blank - given) / line.places / em
  return (
    demerits.line + stretched + (gap > 0.0015 ? demerits.loose + demerits.looseness * (gap / 0.05) ** 2 : 0)
  )
}

function lastLineCost(paragraph: MeasuredParagraph, line: FittedLine, measure: number): number {
  const excess = line.natural - measure
  const pressed = excess > tolerance ? demerits.shrunk * (excess / Math.max(excess, line.shrink)) ** 2 : 0
  return demerits.line + pressed + (isLone(paragraph, line) ? demerits.lone : 0)
}

/** A last line of one character, marks not counted, of a paragraph of more. */
function isLone({ boxes }: MeasuredParagraph, { first, last }: FittedLine): boolean {
  if (first === 0) return false
  let characters = 0
  for (let i = first; i <= last && characters < 2; i++) {
    const box = boxes[i]
    if (box?.kind === 'han' || box?.kind === 'piece') characters++
    else if (box?.kind === 'western') characters += box.to - box.from
  }
  return characters < 2
}
