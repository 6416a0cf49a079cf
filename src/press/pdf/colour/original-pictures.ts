import { PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import { readJpegFacts } from '../jpeg-facts.js'

/** Pictures of ink, JPEGs, by the colour (`3,0,1`) of the picture that stands for each on the printed pages. */
export type OriginalPictures = ReadonlyMap<string, Uint8Array>

/**
 * The JPEG that a picture of one colour stands for, byte by byte as it came, since a browser would have made it RGB.
 *
 * @param rgb pixels of the printed picture
 */
export function originalOf(
  originals: OriginalPictures,
  rgb: Uint8Array,
  size: { readonly width: number; readonly height: number },
  context: PDFContext,
): PDFRawStream | undefined {
  if (originals.size === 0 || rgb.length < 3) return undefined
  const bytes = originals.get(rgb.subarray(0, 3).join(','))
  const facts = bytes && readJpegFacts(bytes)
  if (facts?.width !== size.width || facts.height !== size.height) return undefined
  for (let at = 3; at < rgb.length; at += 1) if (rgb[at] !== rgb[at % 3]) return undefined
  const dict = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: facts.width,
    Height: facts.height,
    ColorSpace: 'DeviceCMYK',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  })
  if (facts.isAdobe) dict.set(PDFName.of('Decode'), context.obj([1, 0, 1, 0, 1, 0, 1, 0]))
  return PDFRawStream.of(dict, bytes ?? new Uint8Array())
}
