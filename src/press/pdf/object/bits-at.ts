/** A number of `bits` bits, at most 32, from a place counted in bits. */
export function bitsAt(bytes: Uint8Array, from: number, bits: number): number {
  if (bits === 8) return bytes[from >> 3] ?? 0
  let value = 0
  for (let at = from; at < from + bits; at += 1)
    value = value * 2 + (((bytes[Math.floor(at / 8)] ?? 0) >> (7 - (at % 8))) & 1)
  return value
}
