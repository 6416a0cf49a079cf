import { PDFArray, PDFDict, PDFName, PDFRef, type PDFDocument } from '@cantoo/pdf-lib'

/** Where the ids of the document came to stand. */
export interface Destinations {
  readonly pageCount: number
  /** 0-based page by element id. */
  readonly pageOf: ReadonlyMap<string, number>
}

/**
 * Reads the named destinations, which Chromium keeps in the catalog's `Dests` dictionary (ISO 32000-1, 12.3.2.3), one
 * for each id that something links to.
 */
export function readDestinations(document: PDFDocument): Destinations {
  const pages = document.getPages()
  const indexOf = new Map(pages.map((page, index) => [page.ref, index]))
  const pageOf = new Map<string, number>()
  const dests = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [name, value] of dests?.entries() ?? []) {
    const target = document.context.lookup(value)
    const page = target instanceof PDFArray ? target.get(0) : undefined
    const index = page instanceof PDFRef ? indexOf.get(page) : undefined
    if (index !== undefined) pageOf.set(name.decodeText(), index)
  }
  return { pageCount: pages.length, pageOf }
}
