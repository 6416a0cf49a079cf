import { halfWidthMarks, mayBeHalfWidth, type HalfWidthMark } from './half-width-marks.js'
import { quotationMarks, type QuotationMarks } from './quotation-marks.js'
import { quotePairs, type QuotePair } from './quote-pairs.js'
import { ScriptContext } from './script-context.js'

/** Characters `from` to before `to` of the text become `value`. */
export interface MarkEdit {
  readonly from: number
  readonly to: number
  readonly value: string
}

export interface ResolvedMarks {
  /** In ascending order. */
  readonly edits: readonly MarkEdit[]
  /** Straight quotation marks that stay, because a partner is missing. */
  readonly unpaired: readonly number[]
  /** Marks that should be full width and stay as they are. */
  readonly halfWidth: readonly HalfWidthMark[]
}

/**
 * What is typed with the keys of a Western keyboard takes its Chinese form in Chinese sentences: quotation marks those of the
 * language, and … of three or six dots becomes …… (GB/T 15834—2011 §4.8, §4.11). Stops and brackets typed half width are only
 * told: they may be meant.
 *
 * @param language of the text, BCP 47; in languages without Chinese marks everything stays as it is
 */
export function resolveMarks(
  text: string,
  language: string,
  isLiteral: (at: number) => boolean = () => false,
): ResolvedMarks {
  const marks = mayNeedMarks(text) ? quotationMarks(language) : undefined
  if (marks === undefined) return { edits: [], unpaired: [], halfWidth: [] }
  const { pairs, unpaired } = quotePairs(text, isLiteral)
  const context = new ScriptContext(text, pairs)
  const edits = [
    ...pairs.flatMap((pair) => quotes(text, pair, context, marks)),
    ...dots(text, context, isLiteral),
  ]
  return {
    edits: edits.toSorted((a, b) => a.from - b.from),
    unpaired: unpaired.filter((at) => context.around(at, at + 1) === 'chinese'),
    halfWidth: context.isWestern ? [] : halfWidthMarks(text),
  }
}

/** Whether a text has anything that `resolveMarks` looks at; most have not. */
export function mayNeedMarks(text: string): boolean {
  return /["']/.test(text) || mayBeHalfWidth.test(text)
}

/** The text with its marks resolved; for what has no place to tell the author. */
export function withResolvedMarks(text: string, language: string): string {
  let resolved = ''
  let done = 0
  for (const { from, to, value } of resolveMarks(text, language).edits) {
    resolved += text.slice(done, from) + value
    done = to
  }
  return resolved + text.slice(done)
}

function quotes(text: string, pair: QuotePair, context: ScriptContext, marks: QuotationMarks): MarkEdit[] {
  const written = text.charAt(pair.open)
  if ((written !== '"' && written !== "'") || context.ofPair(pair) === 'western') return []
  const [open, close] = marks[written]
  return [
    { from: pair.open, to: pair.open + 1, value: open },
    { from: pair.close, to: pair.close + 1, value: close },
  ]
}

function dots(text: string, context: ScriptContext, isLiteral: (at: number) => boolean): MarkEdit[] {
  return [...text.matchAll(/\.{3,}/g)].flatMap(({ 0: written, index: from }) => {
    const to = from + written.length
    const isWhole = written.length === 3 || written.length === 6
    return isWhole && !isLiteral(from) && context.around(from, to) === 'chinese'
      ? [{ from, to, value: '……' }]
      : []
  })
}
