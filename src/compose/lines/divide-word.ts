/** Where a word may be divided, with what it costs. */
export interface Division {
  /** UTF-16 units of the word. */
  readonly at: number
  readonly cost: number
  /** The line's end shows a hyphen that the text does not have. */
  readonly hyphen: boolean
}

/** Offsets in a word of letters at which its language divides it; ascending. */
export type Hyphenate = (word: string, language: string) => readonly number[]

/** Costs of divisions that are legal and ugly. */
const cost = { address: 40, written: 25, hyphen: 30, lastResort: 120, anywhere: 400 } as const

const address = /^(https?:\/\/|www\.|doi:|10\.\d{4,}\/|[\w.+-]+@)/i
/** After a slash, an at sign or a sign that joins, and before a dot after letters. */
const joints = /(?<=[/?&=#_~@-])(?=[^/])|(?<=[^/\d])(?=\.)/gu
/** After a hyphen that the text has between words. */
const written = /(?<=[^\d-]-)(?=\p{L}{2})/gu
/** Not acronyms, nor names with a capital within: the patterns know neither. */
const letters = /(?<![\p{L}\p{M}\d\u00ad])\p{L}\p{Ll}+(?![\p{L}\p{M}\d\u00ad])/gu
/** Before the second part of a name that is written as one: GitHub. */
const capital = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/gu
/** What the author says about a word stands above what its language says. */
const soft = /(?<=\u00ad)/gu
/** Longer words may break anywhere when nothing else helps, as the browser would. */
const longWord = 24

/**
 * Where a word of Latin letters, digits and signs may be divided; ascending.
 *
 * @param atLast divides words where every other solution leaves a line loose
 */
export function divideWord(
  word: string,
  language: string,
  hyphenate: Hyphenate | undefined,
  atLast?: Hyphenate,
): Division[] {
  if (word.length < 5) return []
  if (address.test(word)) return places(word, joints, cost.address, false)
  const found = [
    ...places(word, written, cost.written, false),
    ...places(word, soft, cost.hyphen, true),
    ...(hyphenate === undefined ? [] : byLanguage(word, language, hyphenate, cost.hyphen)),
  ]
  if (atLast !== undefined) {
    const known = new Set(found.map(({ at }) => at))
    found.push(
      ...[
        ...byLanguage(word, language, atLast, cost.lastResort),
        ...places(word, capital, cost.lastResort, true),
      ].filter(({ at }) => !known.has(at)),
    )
  }
  found.sort((a, b) => a.at - b.at)
  return found.length === 0 && word.length > longWord
    ? places(word, /(?<=.)(?=\P{M})/gsu, cost.anywhere, false)
    : found
}

function byLanguage(word: string, language: string, hyphenate: Hyphenate, price: number): Division[] {
  return [...word.matchAll(letters)].flatMap(({ 0: of, index }) =>
    hyphenate(of, language).map((at) => ({ at: index + at, cost: price, hyphen: true })),
  )
}

function places(word: string, pattern: RegExp, price: number, hyphen: boolean): Division[] {
  return [...word.matchAll(pattern)].flatMap(({ index: at }) =>
    at > 0 && at < word.length ? [{ at, cost: price, hyphen }] : [],
  )
}
