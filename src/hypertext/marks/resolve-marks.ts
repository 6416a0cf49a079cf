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

export interface HalfWidthMark {
  readonly at: number
  readonly written: string
  readonly proposal: string
}

const curly = { '"': ['“', '”'], "'": ['‘', '’'] } as const
const full: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
}
const half =
  /(?<=[\p{Script=Han}”’》〉）])(?:[,.;:!?](?=\s*(?:[\p{Script=Han}“‘《〈（]|["'”’]?\s*$))|--+(?=\s*[\p{Script=Han}“‘《（])|…(?!…)|。{3,})/gu
const parenthesis = /(?<=\p{Script=Han})\(([^()]*)\)/gu
const han = /\p{Script=Han}/u

/**
 * What is typed with the keys of a Western keyboard takes its Chinese form in Chinese sentences: quotation marks “” ‘’, and
 * … of three or six dots becomes …… (GB/T 15834—2011 §4.8, §4.11). Stops and brackets typed half width are only told: they
 * may be meant.
 */
export function resolveMarks(text: string, isLiteral: (at: number) => boolean = () => false): ResolvedMarks {
  if (!/["'.,;:!?(…。-]/.test(text)) return { edits: [], unpaired: [], halfWidth: [] }
  const { pairs, unpaired } = quotePairs(text, isLiteral)
  const context = new ScriptContext(text, pairs)
  const edits = [...pairs.flatMap((pair) => quotes(text, pair, context)), ...dots(text, context, isLiteral)]
  return {
    edits: edits.toSorted((a, b) => a.from - b.from),
    unpaired: unpaired.filter((at) => context.around(at, at + 1) === 'chinese'),
    halfWidth: halfWidth(text),
  }
}

/** The text with its marks resolved; for what has no place to tell the author. */
export function withResolvedMarks(text: string): string {
  let resolved = ''
  let done = 0
  for (const { from, to, value } of resolveMarks(text).edits) {
    resolved += text.slice(done, from) + value
    done = to
  }
  return resolved + text.slice(done)
}

function quotes(text: string, pair: QuotePair, context: ScriptContext): MarkEdit[] {
  const written = text.charAt(pair.open)
  if ((written !== '"' && written !== "'") || context.ofPair(pair) === 'western') return []
  const [open, close] = curly[written]
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

function halfWidth(text: string): HalfWidthMark[] {
  const marks = [...text.matchAll(half)].map(({ 0: written, index: at }) => ({
    at,
    written,
    proposal: full[written] ?? (written.startsWith('-') ? '——' : '……'),
  }))
  const brackets = [...text.matchAll(parenthesis)].flatMap(({ 1: inner = '', index: at }) =>
    han.test(inner) ? [{ at, written: '()', proposal: '（）' }] : [],
  )
  return [...marks, ...brackets].toSorted((a, b) => a.at - b.at)
}
