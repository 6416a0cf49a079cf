const of = (codes: readonly number[]): Uint8Array => {
  const table = new Uint8Array(256)
  for (const code of codes) table[code] = 1
  return table
}

/** White-space characters of content streams (ISO 32000-1, 7.2.2, table 1): 1 at their codes. */
export const white = of([0, 9, 10, 12, 13, 32])

/** Delimiters (table 2): 1 at their codes. */
export const delimiter = of(Array.from('()<>[]{}/%', (character) => character.charCodeAt(0)))

/**
 * Where the `EI` of an inline image stands (8.9.7): between white space, or at the end of the stream.
 *
 * @returns the length of the stream when there is none
 */
export function findImageEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const isEnd = bytes[at] === 0x45 && bytes[at + 1] === 0x49
    if (isEnd && white[bytes[at - 1] ?? 0] && white[bytes[at + 2] ?? 32]) return at
  }
  return bytes.length
}
