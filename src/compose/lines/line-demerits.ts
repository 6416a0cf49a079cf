import type { MeasuredParagraph } from './measured-paragraph.js'

/** What is bad about a line. Dimensionless; only their proportions matter. */
export const demerits = {
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

/** Em between characters that need no demerits. */
export const solid = 0.0015

/** Em between characters beyond which a line is named as loose. */
export const loosest = 0.06

/** @param gap em between the line's characters */
export function looseness(gap: number): number {
  return demerits.loose + demerits.looseness * (gap / 0.05) ** 2
}

/** A last line of one character, marks not counted, of a paragraph of more. */
export function isLone({ boxes }: MeasuredParagraph, first: number, last: number): boolean {
  if (first === 0) return false
  let characters = 0
  for (let i = first; i <= last && characters < 2; i++) {
    const box = boxes[i]
    if (box?.kind === 'han' || box?.kind === 'piece') characters++
    else if (box?.kind === 'western') characters += box.to - box.from
  }
  return characters < 2
}
