import { isWide } from '../is-chinese.js'
import type { QuotePair } from './quote-pairs.js'

type Script = 'chinese' | 'western'

const word = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\p{L}\p{M}\p{Nd}'’-]*/gu
const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
/** Western text is a phrase, not only a name: “AI” alone in a table's cell belongs to the Chinese around the table. */
const phrase = 4
/** Characters and quotations that are looked at for the nearest script. */
const furthest = 100

/**
 * The languages of a block of text, as its marks are to know them: a mark is a Chinese one unless it stands within a
 * Western phrase, because the sentence around it decides (GB/T 15834—2011; CLREQ 3.1.1).
 */
export class ScriptContext {
  readonly #text: string
  /** The other mark of each quotation. */
  readonly #closes: ReadonlyMap<number, number>
  readonly #opens: ReadonlyMap<number, number>
  /** Whether the text is Western on the whole. */
  readonly isWestern: boolean

  constructor(text: string, pairs: readonly QuotePair[]) {
    this.#text = text
    this.#closes = new Map(pairs.map(({ open, close }) => [open, close]))
    this.#opens = new Map(pairs.map(({ open, close }) => [close, open]))
    const words = text.match(word)?.length ?? 0
    this.isWestern = words >= phrase && [...text].filter(isWide).length < words
  }

  /** Of the sentence that a quotation stands in. */
  ofPair(pair: QuotePair): Script {
    const before = this.#beside(pair.open, -1)
    const after = this.#beside(pair.close, 1)
    if (before === 'chinese' || after === 'chinese') return 'chinese'
    if (this.isWestern) return 'western'
    const inner = this.#text.slice(pair.open + 1, pair.close)
    if ([...inner].some(isWide)) return 'chinese'
    return before === 'western' || after === 'western' ? 'western' : 'chinese'
  }

  /** Of what stands around `from` to before `to`; what stands before decides first. */
  around(from: number, to: number): Script {
    if (/[A-Za-z0-9]/.test(this.#text.charAt(from - 1)) && /[A-Za-z0-9]/.test(this.#text.charAt(to)))
      return 'western'
    return this.#beside(from, -1) ?? this.#beside(to - 1, 1) ?? (this.isWestern ? 'western' : 'chinese')
  }

  /** The nearest script beside a place. A quotation that stands next to it is passed over: “A”“B”“C”等. */
  #beside(from: number, step: 1 | -1): Script | undefined {
    const across = step === 1 ? this.#closes : this.#opens
    let seen = 0
    for (let at = from + step; at >= 0 && at < this.#text.length && seen < furthest; at += step, seen++) {
      const other = across.get(at)
      if (other !== undefined) at = other
      else if (isWide(this.#text.charAt(at)) || isSurrogate(this.#text.charCodeAt(at))) return 'chinese'
      else if (letter.test(this.#text.charAt(at))) return 'western'
    }
    return undefined
  }
}

/** Ideographs beyond the basic plane; emoji do no harm as their neighbours. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}
