import { constants, inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFName,
  PDFRawStream,
  type PDFDict,
  type PDFObject,
  type PDFStream,
} from '@cantoo/pdf-lib'
import { entry, itemsOf, nameOf, numberOf } from './read-object.js'

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
 * The bytes of a stream, filters undone (ISO 32000-1, 7.4), with the predictors of Flate and LZW.
 *
 * @throws Error when the stream is damaged or unpacks to more than 400 MB
 */
export function streamBytes(stream: PDFStream): StreamBytes {
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
    bytes = unpack(dict, filter, parameters[index], bytes)
    if (filter === 'FlateDecode' || filter === 'LZWDecode') bytes = undoPredictor(bytes, parameters[index])
  }
  return { bytes }
}

function unpack(
  dict: PDFDict,
  filter: string,
  parameters: PDFObject | undefined,
  bytes: Uint8Array,
): Uint8Array {
  // A stream that is cut short gives what it has, as in every viewer.
  if (filter === 'FlateDecode')
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most })
  const step = dict.context.obj({ Filter: PDFName.of(filter) })
  if (parameters !== undefined) step.set(PDFName.of('DecodeParms'), parameters)
  return decodePDFRawStream(PDFRawStream.of(step, bytes)).decode()
}

/** 7.4.4.4: TIFF's predictor 2 and PNG's filters. */
function undoPredictor(bytes: Uint8Array, parameters: PDFObject | undefined): Uint8Array {
  const predictor = numberOf(entry(parameters, 'Predictor')) ?? 1
  if (predictor < 2) return bytes
  const colours = numberOf(entry(parameters, 'Colors')) ?? 1
  const bits = numberOf(entry(parameters, 'BitsPerComponent')) ?? 8
  const columns = numberOf(entry(parameters, 'Columns')) ?? 1
  const step = Math.max(1, Math.ceil((colours * bits) / 8))
  const length = Math.ceil((colours * bits * columns) / 8)
  return predictor === 2 ? undoTiff(bytes, length, bits === 8 ? step : 0) : undoPng(bytes, length, step)
}

function undoTiff(bytes: Uint8Array, length: number, step: number): Uint8Array {
  // Other depths than 8 bits are rare, and only their figures would be off.
  if (step === 0) return bytes
  const out = Uint8Array.from(bytes)
  for (let row = 0; row + length <= out.length; row += length)
    for (let at = row + step; at < row + length; at += 1) out[at] = (out[at] ?? 0) + (out[at - step] ?? 0)
  return out
}

function undoPng(bytes: Uint8Array, length: number, step: number): Uint8Array {
  const rows = Math.floor(bytes.length / (length + 1))
  const out = new Uint8Array(rows * length)
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (length + 1)] ?? 0
    const from = row * (length + 1) + 1
    const to = row * length
    for (let at = 0; at < length; at += 1) {
      const left = at < step ? 0 : (out[to + at - step] ?? 0)
      const up = row === 0 ? 0 : (out[to + at - length] ?? 0)
      const corner = at < step || row === 0 ? 0 : (out[to + at - length - step] ?? 0)
      const guess =
        kind === 1
          ? left
          : kind === 2
            ? up
            : kind === 3
              ? (left + up) >> 1
              : kind === 4
                ? paeth(left, up, corner)
                : 0
      out[to + at] = (bytes[from + at] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
