import type { Asset } from '../issue/index.js'

/**
 * Size of a PNG, JPEG, GIF or WebP in pixels, as it stands upright (a JPEG may be turned by its Exif orientation).
 *
 * @returns `undefined` when the file is cut off or its header is damaged
 */
export async function rasterSize(
  bytes: Uint8Array,
  mediaType: Asset['mediaType'],
): Promise<{ readonly width: number; readonly height: number } | undefined> {
  if (!isWhole(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), mediaType)) return undefined
  const { imageSize } = await import('image-size')
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return undefined // image-size throws plain errors about damaged headers
  }
}

function isWhole(bytes: Buffer, mediaType: Asset['mediaType']): boolean {
  if (mediaType === 'image/png') return pngEnds(bytes)
  if (mediaType === 'image/jpeg') return jpegEnds(bytes)
  if (mediaType === 'image/gif') return bytes.lastIndexOf(0x3b) > 13
  return bytes.length >= 8 + bytes.readUInt32LE(4)
}

/** Walks the chunks to IEND (PNG §11.2.5). */
function pngEnds(bytes: Buffer): boolean {
  let sawData = false
  for (let offset = 8; offset + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(offset)
    const name = bytes.toString('latin1', offset + 4, offset + 8)
    if (offset + 12 + length > bytes.length) return false
    if (name === 'IDAT') sawData = true
    if (name === 'IEND') return sawData
    offset += 12 + length
  }
  return false
}

/** Walks the segments to the start of scan; an end of image must follow it (ITU-T T.81 §B.1). */
function jpegEnds(bytes: Buffer): boolean {
  for (let offset = 2; offset + 4 <= bytes.length;) {
    if (bytes[offset] !== 0xff) return false
    const marker = bytes[offset + 1] ?? 0
    if (marker === 0xff) offset += 1
    else if (marker === 0xda) return bytes.lastIndexOf('\xff\xd9', undefined, 'latin1') > offset
    else offset += 2 + bytes.readUInt16BE(offset + 2)
  }
  return false
}
