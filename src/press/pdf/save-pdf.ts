import { createHash } from 'node:crypto'
import { PDFHexString, type PDFDocument } from '@cantoo/pdf-lib'

/**
 * Writes the document. The file identifier (ISO 32000-1, 14.4) is made from the file's own bytes, so that the same
 * content gives the same file, and different content never the same identifier.
 */
export async function savePdf(document: PDFDocument): Promise<Uint8Array> {
  const placeholder = '0'.repeat(32)
  const mark = PDFHexString.of(placeholder)
  document.context.trailerInfo.ID = document.context.obj([mark, mark])
  const bytes = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32).toUpperCase()
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const second = view.lastIndexOf(placeholder)
  const first = view.lastIndexOf(placeholder, second - 1)
  if (first < 0) throw new Error('The saved file has no identifier to fill in')
  view.write(digest, first, 'latin1')
  view.write(digest, second, 'latin1')
  return bytes
}
