import { bitsAt } from '../../object/bits-at.js'
import type { Picture } from '../content/mark.js'
import { streamBytes } from '../../object/stream-bytes.js'

/** Most pixels that are unpacked. */
const most = 150_000_000

/** The samples of a picture. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly components: number
  /** As stored: 0 to 2^bits − 1. */
  readonly raw: (column: number, row: number, component: number) => number
  /** As the colour space means it, `Decode` applied (ISO 32000-1, 8.9.5.2). */
  readonly value: (column: number, row: number, component: number) => number
}

/** Why there are no samples: a filter that is not undone here, too many pixels, or damage. */
export type NoPixels = 'unknown' | 'too-large' | 'damaged'

export async function readPixels(picture: Picture): Promise<Pixels | NoPixels> {
  const { width, height, bits, space, decode, stream } = picture
  if (width * height > most) return 'too-large'
  try {
    const packed = streamBytes(stream)
    const components = picture.isStencil ? 1 : (space?.components ?? 0)
    if (packed.picture === 'DCTDecode' || packed.picture === 'DCT') {
      const jpeg = await decodeJpeg(packed.bytes)
      // A picture with other components than its space is none that anybody can show.
      if (jpeg.components !== components) return 'damaged'
      return samples({ ...jpeg, bits: 8 }, decode, space?.family === 'Indexed')
    }
    if (packed.picture !== undefined) return 'unknown'
    if (packed.bytes.length < Math.ceil((width * components * bits) / 8) * height) return 'damaged'
    return samples(
      { width, height, components, bits, bytes: packed.bytes },
      decode,
      space?.family === 'Indexed',
    )
  } catch {
    // Each decoder tells damage by an error of its own.
    return 'damaged'
  }
}

interface Samples {
  readonly width: number
  readonly height: number
  readonly components: number
  readonly bits: number
  readonly bytes: Uint8Array | Uint8ClampedArray
}

function samples(
  { width, height, components, bits, bytes }: Samples,
  decode: readonly number[] | undefined,
  isIndexed: boolean,
): Pixels {
  const rowBits = Math.ceil((width * components * bits) / 8) * 8
  const largest = 2 ** bits - 1
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const raw =
    bits === 8
      ? (column: number, row: number, component: number) =>
          plain[(row * width + column) * components + component] ?? 0
      : (column: number, row: number, component: number) =>
          bitsAt(plain, row * rowBits + (column * components + component) * bits, bits)
  const usual = isIndexed ? largest : 1
  return {
    width,
    height,
    components,
    raw,
    value: (column, row, component) => {
      const low = decode?.[component * 2] ?? 0
      const high = decode?.[component * 2 + 1] ?? usual
      return low + (raw(column, row, component) * (high - low)) / largest
    },
  }
}

async function decodeJpeg(bytes: Uint8Array): Promise<Omit<Samples, 'bits'>> {
  const { JpegImage, setVerbosityLevel, VerbosityLevel } =
    await import('pdfjs-dist/image_decoders/pdf.image_decoders.mjs')
  setVerbosityLevel(VerbosityLevel.ERRORS)
  const image = new JpegImage()
  image.parse(bytes)
  const { width, height, numComponents: components } = image
  return { width, height, components, bytes: image.getData({ width, height, isSourcePDF: true }) }
}
