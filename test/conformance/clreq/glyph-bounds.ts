/** Em from a glyph's origin. */
export interface Bounds {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** Bounds of a glyph's outline, as the `glyf` table of a TrueType font has them; all 0 for one without ink. */
export function glyphBounds(font: Uint8Array, glyph: number): Bounds {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i
    tables.set(String.fromCharCode(...font.subarray(record, record + 4)), view.getUint32(record + 8))
  }
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((name) => {
    const at = tables.get(name)
    if (at === undefined) throw new Error(`the font has no ${name} table`)
    return at
  }) as [number, number, number]
  const em = view.getUint16(head + 18)
  const offset = (index: number): number =>
    view.getInt16(head + 50) === 1 ? view.getUint32(loca + 4 * index) : 2 * view.getUint16(loca + 2 * index)
  const at = glyf + offset(glyph)
  if (offset(glyph + 1) === offset(glyph)) return { left: 0, right: 0, bottom: 0, top: 0 }
  const [left, bottom, right, top] = [2, 4, 6, 8].map((field) => view.getInt16(at + field) / em) as [
    number,
    number,
    number,
    number,
  ]
  return { left, right, bottom, top }
}
