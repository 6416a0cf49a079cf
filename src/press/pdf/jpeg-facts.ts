/** What a JPEG says about its pixels (ITU-T T.81, B.2). */
export interface JpegFacts {
  readonly width: number
  readonly height: number
  /** 1 grey, 3 YCbCr or RGB, 4 CMYK or YCCK. */
  readonly channels: number
  /** Adobe's programs write ink upside down: 255 is none of it. */
  readonly isAdobe: boolean
  /** Exif's orientation is another than upright. */
  readonly isTurned: boolean
}

/** @returns undefined when it is no JPEG, or cut off before its frame */
export function readJpegFacts(bytes: Uint8Array): JpegFacts | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined
  let isAdobe = false
  let isTurned = false
  for (let at = 2; at + 10 <= data.length;) {
    if (data[at] !== 0xff) return undefined
    const marker = data[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = data.readUInt16BE(at + 2)
    const segment = data.subarray(at + 4, at + 2 + length)
    if (marker === 0xee && segment.toString('latin1', 0, 5) === 'Adobe') isAdobe = true
    if (marker === 0xe1 && segment.toString('latin1', 0, 6) === 'Exif\0\0')
      isTurned ||= orientation(segment) > 1
    // Start of frame: all of 0xC0–0xCF but tables (C4, CC) and the reserved C8.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        height: segment.readUInt16BE(1),
        width: segment.readUInt16BE(3),
        channels: segment[5] ?? 0,
        isAdobe,
        isTurned,
      }
    at += 2 + length
  }
  return undefined
}

/** Tag 0x0112 of the first directory (Exif 2.32, 4.6.4); 1 when it is not stated or not to be read. */
function orientation(exif: Buffer): number {
  const tiff = exif.subarray(6)
  if (tiff.length < 14) return 1
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return 1
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}
