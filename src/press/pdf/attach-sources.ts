import { PDFArray, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { loadPdf } from './load-pdf.js'
import { pdfDate } from './pdf-date.js'
import { savePdf } from './save-pdf.js'

/** A file to be embedded. */
export interface SourceFile {
  readonly name: string
  /** `text/markdown`. */
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * A reading PDF as PDF/A-3a with what it was made from inside (ISO 19005-3, 6.8): each file embedded, named in the
 * catalog, and related to the document as its source.
 *
 * @param bytes a finished reading PDF, PDF/A-2a: 3a asks nothing more of it
 * @param date seconds since 1970
 * @throws Error when the file states no conformance
 */
export async function attachSources(
  bytes: Uint8Array,
  files: readonly SourceFile[],
  date: number,
): Promise<Uint8Array> {
  const document = await loadPdf(bytes)
  const { context, catalog } = document
  const names = PDFArray.withContext(context)
  const related = PDFArray.withContext(context)
  // A name tree is in the order of its keys (ISO 32000-1, 7.9.6).
  for (const { name, mediaType, bytes: content } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const stream = context.flateStream(content, {
      Type: 'EmbeddedFile',
      Subtype: PDFName.of(mediaType),
      Params: { Size: content.length, ModDate: PDFString.of(pdfDate(date)) },
    })
    const embedded = context.register(stream)
    const key = PDFHexString.fromText(name)
    const specification = context.register(
      context.obj({
        Type: 'Filespec',
        F: key,
        UF: key,
        AFRelationship: 'Source',
        EF: { F: embedded, UF: embedded },
      }),
    )
    names.push(key)
    names.push(specification)
    related.push(specification)
  }
  const tree = catalog.lookup(PDFName.of('Names'))
  const root = tree ?? context.obj({})
  // The catalog's entry is a dictionary by its type (7.7.2).
  ;(root as PDFObject & { set(key: PDFName, value: PDFObject): void }).set(
    PDFName.of('EmbeddedFiles'),
    context.obj({ Names: names }),
  )
  if (tree === undefined) catalog.set(PDFName.of('Names'), root)
  catalog.set(PDFName.of('AF'), related)
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  const packet = metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : ''
  const claimed = packet.replace(/(<pdfaid:part>)2(<)/u, '$13$2')
  if (claimed === packet) throw new Error('the PDF to attach sources to claims no PDF/A-2')
  const stream = context.stream(new TextEncoder().encode(claimed), { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(stream))
  return savePdf(document)
}
