import { mendChecksums, sfntTables } from './sfnt-tables.js'

/** Ascent and descent in em; together one em for a face that fills its em box. */
export interface LineMetrics {
  readonly ascent: number
  readonly descent: number
}

/**
 * Writes the same ascent and descent into a TrueType font, with no line gap. Browsers centre a line on these figures and
 * hang ruby and emphasis dots on them; faces that agree about them stand on one grid, whatever their designers chose.
 */
export function setLineMetrics(font: Uint8Array, metrics: LineMetrics): Uint8Array {
  const bytes = new Uint8Array(font)
  const view = new DataView(bytes.buffer)
  const tables = sfntTables(view)
  const head = tables.get('head')
  const hhea = tables.get('hhea')
  const os2 = tables.get('OS/2')
  if (!head || !hhea || !os2) throw new Error('not a TrueType font: head, hhea or OS/2 is missing')

  const unitsPerEm = view.getUint16(head.offset + 18)
  const ascent = Math.round(metrics.ascent * unitsPerEm)
  const descent = Math.round(metrics.descent * unitsPerEm)
  for (const at of [hhea.offset + 4, os2.offset + 68]) {
    view.setInt16(at, ascent)
    view.setInt16(at + 2, -descent)
    view.setInt16(at + 4, 0)
  }
  // usWinAscent and usWinDescent clip on some systems, so they stay as they are.
  mendChecksums(view, head, [hhea, os2])
  return bytes
}
