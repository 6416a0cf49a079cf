import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib'

const compress = promisify(deflate)

/** A stream of these bytes, compressed off the main thread. The dictionary becomes the stream's own. */
export async function compressedStream(dict: PDFDict, bytes: Uint8Array): Promise<PDFRawStream> {
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  dict.delete(PDFName.of('DecodeParms'))
  dict.delete(PDFName.of('Length'))
  return PDFRawStream.of(dict, await compress(bytes))
}
