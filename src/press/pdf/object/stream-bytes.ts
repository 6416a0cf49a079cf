import { constants, inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFName,
  PDFRawStream,
  type PDFDict,
  type PDFObject,
  type PDFStream,
} from '@cantoo/pdf-lib'
import { entry, itemsOf, nameOf } from './read-object.js'
import { undoPredictor } from './undo-predictor.js'

/** What no honest stream of a printed page unpacks to, in bytes: 20,000 × 20,000 pixels in one ink. */
const most = 400_000_000

const pictureFilters = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode', 'CCF'])

export interface StreamBytes {
  readonly bytes: Uint8Array
  /** The filter that is left, since it packs a picture and not bytes: `DCTDecode`. */
  readonly picture?: string | undefined
  readonly parameters?: PDFObject | undefined
}

/**
 * The bytes of a stream, filters undone (ISO 32000-1, 7.4), with the predictors of Flate and LZW. A stream that is cut
 * short gives what it has, as in every viewer.
 *
 * @throws Error when the stream is damaged or unpacks to more than 400 MB
 */
export function streamBytes(stream: PDFStream): StreamBytes {
  return unpack(stream, constants.Z_SYNC_FLUSH)
}

/**
 * The bytes of a stream that is rewritten, filters undone: nothing of it may be lost.
 *
 * @throws Error also when the stream is cut short, or packs a picture
 */
export function wholeBytes(stream: PDFStream): Uint8Array {
  const { bytes, picture } = unpack(stream, constants.Z_FINISH)
  if (picture !== undefined) throw new Error(`A stream is a picture, packed by ${picture}`)
  return bytes
}

function unpack(stream: PDFStream, finishFlush: number): StreamBytes {
  if (!(stream instanceof PDFRawStream)) return { bytes: stream.getContents() }
  const { dict } = stream
  const listed = entry(dict, 'Filter')
  const filters = (nameOf(listed) === undefined ? itemsOf(listed) : [listed]).map(
    (filter) => nameOf(filter) ?? '',
  )
  const given = entry(dict, 'DecodeParms')
  const parameters = nameOf(listed) === undefined ? itemsOf(given) : [given]
  let bytes = stream.contents
  for (const [index, filter] of filters.entries()) {
    if (pictureFilters.has(filter)) return { bytes, picture: filter, parameters: parameters[index] }
    // Node's inflate is several times faster than the library's.
    bytes =
      filter === 'FlateDecode'
        ? inflateSync(bytes, { finishFlush, maxOutputLength: most })
        : decodeRarely(dict, filter, parameters[index], bytes)
    if (filter === 'FlateDecode' || filter === 'LZWDecode') bytes = undoPredictor(bytes, parameters[index])
  }
  return { bytes }
}

function decodeRarely(
  dict: PDFDict,
  filter: string,
  parameters: PDFObject | undefined,
  bytes: Uint8Array,
): Uint8Array {
  const step = dict.context.obj({ Filter: PDFName.of(filter) })
  if (parameters !== undefined) step.set(PDFName.of('DecodeParms'), parameters)
  return decodePDFRawStream(PDFRawStream.of(step, bytes)).decode()
}
