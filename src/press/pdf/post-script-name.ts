const NAME_TABLE = 0x6e616d65
const POST_SCRIPT_NAME = 6

/**
 * PostScript name of a TrueType font, from its `name` table (OpenType, name ID 6); that is the name a PDF shows.
 *
 * @returns undefined when the font has none
 */
export function postScriptName(font: Uint8Array): string | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + table * 16
    if (view.getUint32(record) === NAME_TABLE) return readName(view, view.getUint32(record + 8))
  }
  return undefined
}

function readName(view: DataView, offset: number): string | undefined {
  const strings = offset + view.getUint16(offset + 4)
  for (let index = 0; index < view.getUint16(offset + 2); index += 1) {
    const record = offset + 6 + index * 12
    if (view.getUint16(record + 6) !== POST_SCRIPT_NAME) continue
    const length = view.getUint16(record + 8)
    const start = strings + view.getUint16(record + 10)
    const bytes = new Uint8Array(view.buffer, view.byteOffset + start, length)
    // Platform 1 (Macintosh) writes one byte for a character, 0 and 3 UTF-16; the name is ASCII in any case.
    return String.fromCharCode(...bytes.filter((byte) => byte !== 0))
  }
  return undefined
}
