/** Offset of the first byte that is not well-formed UTF-8 (Unicode, table 3-7), or -1. */
export function firstInvalidByte(bytes: Uint8Array): number {
  let offset = 0
  while (offset < bytes.length) {
    const form = formOf(bytes[offset] ?? 0)
    if (form === undefined) return offset
    const [length, low, high] = form
    for (let index = 1; index < length; index++) {
      const byte = bytes[offset + index] ?? 0
      if (byte < (index === 1 ? low : 0x80) || byte > (index === 1 ? high : 0xbf)) return offset
    }
    offset += length
  }
  return -1
}

/** Length of the sequence that a lead byte begins, and the range of its second byte. */
function formOf(lead: number): readonly [length: number, low: number, high: number] | undefined {
  if (lead < 0x80) return [1, 0, 0]
  if (lead < 0xc2) return undefined
  if (lead < 0xe0) return [2, 0x80, 0xbf]
  if (lead < 0xf0) return [3, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf]
  if (lead < 0xf5) return [4, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf]
  return undefined
}
