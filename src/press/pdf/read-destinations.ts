import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument } from '@cantoo/pdf-lib'

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
  const pageOf = new Map([...readPlaces(document)].map(([id, { page }]) => [id, page]))
  return { pageCount: document.getPageCount(), pageOf }
}

/** Page (0-based) and point of every named destination, in pt from the page's left and lower edge. */
export function readPlaces(
  document: PDFDocument,
): ReadonlyMap<string, { readonly page: number; readonly left: number; readonly top: number }> {
  const indexOf = new Map(document.getPages().map((page, index) => [page.ref, index]))
  const places = new Map<string, { page: number; left: number; top: number }>()
  const dests = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  for (const [name, value] of dests?.entries() ?? []) {
    const target = document.context.lookup(value)
    if (!(target instanceof PDFArray)) continue
    const page = target.get(0)
    const index = page instanceof PDFRef ? indexOf.get(page) : undefined
    const [left, top] = [target.get(2), target.get(3)].map((number) =>
      number instanceof PDFNumber ? number.asNumber() : 0,
    )
    if (index !== undefined) places.set(name.decodeText(), { page: index, left: left ?? 0, top: top ?? 0 })
  }
  return places
}
