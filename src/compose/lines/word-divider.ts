import { divideWord, type Division, type Hyphenate } from './divide-word.js'

/** Divides words and remembers them: a journal's text has few Latin words, each of them often. */
export class WordDivider {
  readonly #known = new Map<string, readonly Division[]>()

  /** @param atLast divides words where every other solution leaves a line loose */
  constructor(
    readonly hyphenate: Hyphenate | undefined,
    readonly atLast?: Hyphenate,
  ) {}

  /** @param hyphens the word may be hyphenated by the patterns of its language */
  divide(word: string, language: string, hyphens: boolean): readonly Division[] {
    const key = `${hyphens ? language : '-'} ${word}`
    let divisions = this.#known.get(key)
    if (divisions === undefined) {
      divisions = hyphens
        ? divideWord(word, language, this.hyphenate, this.atLast)
        : divideWord(word, language, undefined)
      this.#known.set(key, divisions)
    }
    return divisions
  }
}
