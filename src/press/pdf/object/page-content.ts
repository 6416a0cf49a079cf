import { PDFStream, type PDFDict } from '@cantoo/pdf-lib'
import { entry, itemsOf } from './read-object.js'

/** The streams of a page's content, in their order; what is no stream is passed over. */
export function contentStreams(page: PDFDict): PDFStream[] {
  const contents = entry(page, 'Contents')
  const all = contents instanceof PDFStream ? [contents] : itemsOf(contents)
  return all.filter((each) => each instanceof PDFStream)
}

/** Streams of a page are one stream, divided anywhere between two words (ISO 32000-1, 7.7.3.3). */
export function joinContent(parts: readonly Uint8Array[]): Uint8Array {
  const newline = Buffer.from('\n')
  return Buffer.concat(parts.flatMap((part) => [part, newline]))
}
