import { decode } from '@cwasm/jpeg-turbo'
import { PDFArray, PDFName, PDFNumber, type PDFRawStream, PDFStream, type PDFDict } from '@cantoo/pdf-lib'
import { compressedStream } from '../object/compressed-stream.js'
import { wholeBytes } from '../object/stream-bytes.js'
import type { ContentMode } from './convert-content.js'
import { isRgbSpace } from './is-rgb-space.js'
import { originalOf, type OriginalPictures } from './original-pictures.js'
import type { PressTransform } from './press-transform.js'

const ColorSpace = PDFName.of('ColorSpace')

/**
 * A picture (ISO 32000-1, 8.9.5) of RGB as one of ink: through the profile, from its own if it has one; one whose pixels
 * are all neutral becomes a picture of black alone; one that stands for a picture of ink becomes that. In a mask of luminosity it becomes one of grey.
 *
 * @returns undefined for a picture that is not of RGB: it stays as it is
 * @throws Error for other than 8 bits a channel: Chromium writes none
 */
export async function convertImage(
  image: PDFRawStream,
  mode: ContentMode,
  { transform, originals }: { readonly transform: PressTransform; readonly originals: OriginalPictures },
): Promise<PDFRawStream | undefined> {
  const { dict } = image
  const space = dict.lookup(ColorSpace)
  if (!isRgbSpace(space)) {
    if (space instanceof PDFArray && space.lookup(0) === PDFName.of('Indexed'))
      throw new Error('A picture with a palette has colours that cannot be converted')
    return undefined
  }
  const rgb = pixels(image)
  const size = { width: numberOf(dict, 'Width'), height: numberOf(dict, 'Height') }
  const original = originalOf(originals, rgb, size, dict.context)
  if (original !== undefined) return original
  const grey = mode === 'luminosity' ? luminosities(rgb) : neutral(rgb)
  dict.set(ColorSpace, PDFName.of(grey === undefined ? 'DeviceCMYK' : 'DeviceGray'))
  dict.delete(PDFName.of('Decode'))
  dict.delete(PDFName.of('ColorTransform'))
  dict.delete(PDFName.of('Intent'))
  return compressedStream(dict, grey ?? transform.pixels(rgb, profileOf(space)))
}

/** 8-bit RGB without padding. */
function pixels(image: PDFRawStream): Uint8Array {
  const { dict } = image
  const count = numberOf(dict, 'Width') * numberOf(dict, 'Height')
  if (dict.lookup(PDFName.of('Filter')) === PDFName.of('DCTDecode'))
    return withoutAlpha(decode(image.contents).data)
  if (numberOf(dict, 'BitsPerComponent') !== 8) throw new Error('A picture has other than 8 bits a channel')
  const bytes = wholeBytes(image)
  if (bytes.length < count * 3) throw new Error('A picture is shorter than its size says')
  return bytes.subarray(0, count * 3)
}

function numberOf(dict: PDFDict, key: string): number {
  return dict.lookup(PDFName.of(key), PDFNumber).asNumber()
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0
    rgb[to + 1] = rgba[from + 1] ?? 0
    rgb[to + 2] = rgba[from + 2] ?? 0
  }
  return rgb
}

/** One byte for each pixel when every one of them is neutral. */
function neutral(rgb: Uint8Array): Uint8Array | undefined {
  const grey = new Uint8Array(rgb.length / 3)
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 1) {
    const value = rgb[from] ?? 0
    if (rgb[from + 1] !== value || rgb[from + 2] !== value) return undefined
    grey[to] = value
  }
  return grey
}

function luminosities(rgb: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3)
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 1)
    grey[to] = Math.round(0.3 * (rgb[from] ?? 0) + 0.59 * (rgb[from + 1] ?? 0) + 0.11 * (rgb[from + 2] ?? 0))
  return grey
}

function profileOf(space: unknown): Uint8Array | undefined {
  if (!(space instanceof PDFArray) || space.lookup(0) !== PDFName.of('ICCBased')) return undefined
  const profile = space.lookup(1)
  return profile instanceof PDFStream ? wholeBytes(profile) : undefined
}
