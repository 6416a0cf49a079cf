import type { CharacterClass } from './character-class.js'

/** The cost of a line's end where there may be none: a whole number, so that an engine keeps all costs as such. */
export const never = 2 ** 30 - 1

/** What is never parted: one ideograph, one mark, one word or a breakable part of one. */
export interface Box {
  readonly kind: CharacterClass
  /** UTF-16 units of the paragraph. */
  readonly from: number
  to: number
  /** Index into the styles. */
  readonly style: number
  /** What must be measured; absent for one ideograph, which is one em, and for a piece, which has its width. */
  text: string | undefined
  /** Index into the paragraph's pieces, or −1. */
  readonly piece: number
  /** Cost of a line's end after it, or `never`. */
  breakAfter: number
  /** Cost of a line's end between it and the next part of the same word. */
  readonly inside: number | undefined
  /** A line that ends after it shows a hyphen. */
  readonly hyphen: boolean
  /** Set by who measures, for what has a text. */
  tokens: BoxTokens | undefined
}

/**
 * Indices of tokens, −1 for none: its own; of a mark, itself twice, and itself with the mark after it; of a space, itself
 * with the letters at its sides, and each of them; the hyphen that it may show.
 */
export interface BoxTokens {
  own: number
  twice: number
  withNext: number
  hyphen: number
}
