import {
  decodePDFRawStream,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFDocument,
} from '@cantoo/pdf-lib'
import type { Claims } from './finding.js'

/** What a file says it is, by its XMP packet and, for older PDF/X, its Info dictionary. */
export function readClaims(document: PDFDocument): Claims {
  const stream = document.catalog.lookup(PDFName.of('Metadata'))
  const packet = stream instanceof PDFStream ? new TextDecoder().decode(bytesOf(stream)) : ''
  const value = (name: string) =>
    new RegExp(`${name}>\\s*([^<]+?)\\s*<`).exec(packet)?.[1] ??
    new RegExp(`${name}=["']([^"']+)`).exec(packet)?.[1]
  const part = value('pdfaid:part')
  const info = document.context.lookup(document.context.trailerInfo.Info)
  const version = info instanceof PDFDict ? info.lookup(PDFName.of('GTS_PDFXVersion')) : undefined
  return {
    press:
      value('pdfxid:GTS_PDFXVersion') ??
      (version instanceof PDFString || version instanceof PDFHexString ? version.decodeText() : undefined),
    archive: part === undefined ? undefined : `${part}${value('pdfaid:conformance') ?? ''}`,
    accessible: value('pdfuaid:part') !== undefined,
    trapped: value('pdf:Trapped'),
  }
}

function bytesOf(stream: PDFStream): Uint8Array {
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
}
