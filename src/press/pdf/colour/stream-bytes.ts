import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFName, PDFRawStream, type PDFStream, type PDFDict } from '@cantoo/pdf-lib'

const compress = promisify(deflate)
const Filter = PDFName.of('Filter')
const DecodeParms = PDFName.of('DecodeParms')

/** A stream's contents, its filters undone (ISO 32000-1, 7.4), but for pictures' own. */
export function streamBytes(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents()
  const filter = stream.dict.lookup(Filter)
  if (filter === undefined) return stream.contents
  // Node's inflate is several times faster than the library's; that one knows predictors and the other filters.
  if (filter === PDFName.of('FlateDecode') && !stream.dict.has(DecodeParms))
    return inflateSync(stream.contents)
  return decodePDFRawStream(stream).decode()
}

/** A stream with other contents, compressed. */
export async function compressedStream(dict: PDFDict, bytes: Uint8Array): Promise<PDFRawStream> {
  dict.set(Filter, PDFName.of('FlateDecode'))
  dict.delete(DecodeParms)
  dict.delete(PDFName.of('Length'))
  return PDFRawStream.of(dict, await compress(bytes))
}
