import { PDFDocument } from '@cantoo/pdf-lib'

/** Reads a PDF into objects that the steps of finishing change in place. */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  // Without pauses for a user interface, and without the library's own dates and producer.
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
}
