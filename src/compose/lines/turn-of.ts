import type { Box } from './box.js'

/** Number of turns in which space is taken from a line. */
export const turns = 5
/** The turn of spaces between words, and of those between Han and Latin text. */
export const wordTurn = 0
export const jointTurn = 3

/**
 * The order in which spaces and marks give (CLREQ 3.5.3): word spaces; brackets and quotation marks; pauses within the
 * sentence, to which we count the colon; after the spaces beside Latin text the marks that end it. Interpuncts, which
 * CLREQ has after word spaces, are half and give nothing (3.1.6).
 */
export function turnOf(box: Box): number {
  if (box.kind === 'open') return 1
  if (box.kind !== 'close') return wordTurn
  if (isSentenceEnd(box)) return 4
  return pauses.has(box.text ?? '') ? 2 : 1
}

const pauses = new Set('，、；：')
const sentenceEnds = new Set('。．？！')

/** In 开明式 these alone keep their width. */
export function isSentenceEnd({ text }: Box): boolean {
  return sentenceEnds.has(text ?? '')
}
