import { mendChecksums, sfntTables } from './sfnt-tables.js'

/**
 * Makes a TrueType font's letters larger or smaller at the same font size: its em is divided into fewer or more units.
 * Widths, kerning and mathematical constants go along, to a thousandth. Unlike the descriptor `size-adjust` this holds in every
 * reader of an ebook, and text keeps its size in the PDF.
 *
 * @param scale 1.08 makes the letters 8 % larger
 * @throws Error when there is no `head` table, or the em would have fewer than 16 or more than 16,384 units (OpenType 1.9, head)
 */
export function scaleFont(font: Uint8Array, scale: number): Uint8Array {
  const bytes = new Uint8Array(font)
  const view = new DataView(bytes.buffer)
  const head = sfntTables(view).get('head')
  if (!head) throw new Error('not a TrueType font: head is missing')
  const unitsPerEm = Math.round(view.getUint16(head.offset + 18) / scale)
  if (unitsPerEm < 16 || unitsPerEm > 16384)
    throw new Error(`the font cannot be scaled by ${scale}: its em would have ${unitsPerEm} units`)
  view.setUint16(head.offset + 18, unitsPerEm)
  mendChecksums(view, head, [])
  return bytes
}
