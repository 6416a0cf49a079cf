import type { LineParagraph, LineSetting, LineStyle, LineToken, PlannedLines } from '../../issue/lines.js'
import { adjustLine } from './adjust-line.js'
import { LineEdges } from './line-edges.js'
import { LastResorts } from './last-resorts.js'
import { LineBreaker } from './line-breaker.js'
import { rightToLeft } from './character-class.js'
import { MeasuredParagraph } from './measured-paragraph.js'
import type { Box, BoxTokens } from './box.js'
import { breakRagged } from './ragged-breaker.js'
import { breakByResorts } from './resort-breaker.js'
import { splitParagraph, type SplitOptions } from './split-paragraph.js'
import { joinStretches, stretchesOf, type Stretch } from './stretch.js'
import { WordDivider } from './word-divider.js'

/** Paragraphs that have been split, and what of them must be measured before their lines can be composed. */
export interface SplitParagraphs {
  readonly paragraphs: readonly (readonly SplitStretch[])[]
  readonly styles: readonly LineStyle[]
  /** Each once. */
  readonly tokens: readonly LineToken[]
}

interface SplitStretch extends Stretch {
  readonly boxes: readonly Box[]
}

/** First half: what is to be measured. Pure. */
export function splitParagraphs(
  paragraphs: readonly LineParagraph[],
  styles: readonly LineStyle[],
  options: SplitOptions = {},
): SplitParagraphs {
  const tokens: LineToken[] = []
  const alone = styles.map(() => new Map<string, number>())
  const amongHan = styles.map(() => new Map<string, number>())
  const add = (known: Map<string, number> | undefined, style: number, text: string): number => {
    const index = known?.get(text)
    if (index !== undefined) return index
    tokens.push({ text, style, ...(known === amongHan[style] && { amongHan: true }) })
    known?.set(text, tokens.length - 1)
    return tokens.length - 1
  }
  const divider = new WordDivider(options.hyphenate, options.hyphenateAtLast)
  const splitStretch = ({ paragraph, from }: Stretch): SplitStretch => {
    const boxes = rightToLeft.test(paragraph.text) ? [] : splitParagraph(paragraph, styles, options, divider)
    for (let i = 0; i < boxes.length; i++) {
      const box = boxes[i]
      if (box?.text === undefined) continue
      const { style, text } = box
      const own = add(takesWidthFromHan(box) ? amongHan[style] : alone[style], style, text)
      const tokens: BoxTokens = { own, twice: -1, withNext: -1, hyphen: -1 }
      box.tokens = tokens
      if (box.kind === 'space') addKerning(boxes, i, tokens, (text) => add(alone[style], style, text))
      if (box.hyphen) tokens.hyphen = add(alone[style], style, '-')
      if (!isMark(box)) continue
      tokens.twice = add(amongHan[style], style, text + text)
      const next = boxes[i + 1]
      if (next?.text !== undefined && isMark(next))
        tokens.withNext = add(amongHan[style], style, text + next.text)
    }
    return { paragraph, from, boxes }
  }
  const split = paragraphs.map((paragraph) => stretchesOf(paragraph).map(splitStretch))
  return { paragraphs: split, styles, tokens }
}

/** Fonts bring a space and the letters at its sides closer: the space is what the three are wider than the two. */
function addKerning(
  boxes: readonly Box[],
  i: number,
  tokens: BoxTokens,
  add: (text: string) => number,
): void {
  const [before, box, after] = [boxes[i - 1], boxes[i], boxes[i + 1]]
  if (!box || before?.kind !== 'western' || after?.kind !== 'western') return
  if (before.style !== box.style || after.style !== box.style) return
  const left = before.text?.at(-1) ?? ''
  const right = after.text?.at(0) ?? ''
  tokens.own = add(`${left} ${right}`)
  tokens.twice = add(left)
  tokens.withNext = add(right)
}

/** Fonts give dashes the width of their surroundings: an em among ideographs, less among Latin letters. */
function takesWidthFromHan({ kind }: Box): boolean {
  return kind === 'whole' || kind === 'inner'
}

/** Marks that press each other, the interpunct among them where it is full width. */
function isMark({ kind }: Box): boolean {
  return kind === 'open' || kind === 'close' || kind === 'inner'
}

/**
 * Second half: the lines of each paragraph. Pure.
 *
 * @param widths px of each token
 * @param isLastResort the paragraphs are such as have a loose line in every ordinary solution
 * @returns nothing for a paragraph that has no lines by our rules: its measure is too narrow for one of its words, or
 *   its script runs from right to left
 */
export function composeLines(
  { paragraphs, styles }: SplitParagraphs,
  widths: readonly number[],
  theme: LineSetting,
  isLastResort = false,
): (PlannedLines | undefined)[] {
  const longest = paragraphs.flat().reduce((most, { boxes }) => Math.max(most, boxes.length), 0)
  const measured = new MeasuredParagraph(longest)
  const edges = new LineEdges(longest)
  const breaker = new LineBreaker(longest)
  const resorts = new LastResorts(isLastResort ? longest : 0)
  const composeStretch = ({ paragraph, boxes }: SplitStretch): PlannedLines | undefined => {
    if (boxes.length === 0) return undefined
    const setting = settingOf(paragraph, theme)
    measured.read(paragraph, boxes, styles, widths, setting)
    edges.read(measured, setting)
    const measures = { first: paragraph.measure - paragraph.indent, other: paragraph.measure }
    const { align } = paragraph
    if (isLastResort) resorts.read(measured)
    const lines =
      align !== undefined
        ? breakRagged(measured, edges, measures, align, paragraph.text)
        : isLastResort
          ? breakByResorts(measured, edges, resorts, measures)
          : breaker.lines(measured, edges, measures)
    if (lines === undefined) return undefined
    const adjusted = lines.map((line, i) => {
      const measure = i === 0 ? measures.first : measures.other
      const isLast = i === lines.length - 1
      return adjustLine(measured, line, align && !isLast ? line.natural : measure, isLast, setting, resorts)
    })
    return {
      breaks: lines.slice(1).flatMap(({ first }) => boxes[first]?.from ?? []),
      hyphens: lines.flatMap(({ last }) => (boxes[last]?.hyphen ? [boxes[last].to] : [])),
      adjustments: adjusted.flatMap(({ adjustments }) => adjustments),
      lines: adjusted.map(({ planned }) => planned),
    }
  }
  return paragraphs.map((stretches) =>
    joinStretches(stretches.map((stretch) => ({ ...stretch, plan: composeStretch(stretch) }))),
  )
}

/** The theme's, but for what the article wants otherwise; at a ragged edge nothing hangs. */
function settingOf({ marks, align }: LineParagraph, theme: LineSetting): LineSetting {
  return { ...theme, ...(marks && { marks }), ...(align && { hanging: 'none' }) }
}
