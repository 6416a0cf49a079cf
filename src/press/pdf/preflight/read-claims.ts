import { PDFStream, type PDFDocument } from '@cantoo/pdf-lib'
import { entry, textOf } from '../object/read-object.js'
import { streamBytes } from '../object/stream-bytes.js'
import type { Claims } from './finding.js'

/** What a file says it is, by its XMP packet and, for older PDF/X, its Info dictionary. */
export function readClaims(document: PDFDocument): Claims {
  const packet = readPacket(document)
  const value = (name: string) =>
    new RegExp(`${name}>\\s*([^<]+?)\\s*<`).exec(packet)?.[1] ??
    new RegExp(`${name}=["']([^"']+)`).exec(packet)?.[1]
  const part = value('pdfaid:part')
  const info = document.context.lookup(document.context.trailerInfo.Info)
  return {
    press: value('pdfxid:GTS_PDFXVersion') ?? textOf(entry(info, 'GTS_PDFXVersion')),
    archive: part === undefined ? undefined : `${part}${value('pdfaid:conformance') ?? ''}`,
    accessible: value('pdfuaid:part') !== undefined,
    trapped: value('pdf:Trapped'),
  }
}

/** The XMP packet; nothing when it cannot be unpacked: a damaged claim is none. */
function readPacket({ catalog }: PDFDocument): string {
  const stream = entry(catalog, 'Metadata')
  try {
    return stream instanceof PDFStream ? new TextDecoder().decode(streamBytes(stream).bytes) : ''
  } catch {
    // Each filter tells damage by an error of its own.
    return ''
  }
}
