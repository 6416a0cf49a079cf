import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import type { FileCheck, PreflightRule, Sighting } from '../finding.js'

const text = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''

/**
 * What PDF/A (ISO 19005-2) and PDF/UA (ISO 14289-1) ask of the file as a whole, of its figures and links. A file that
 * claims neither is not asked.
 */
export const checkArchive: FileCheck = ({ document, claims }) => {
  const { catalog, context } = document
  const findings: Sighting[] = []
  const miss = (rule: PreflightRule, place: Partial<Sighting> = {}) =>
    findings.push({ rule, severity: 'error', ...place })

  const identifier = context.lookup(context.trailerInfo.ID)
  const hasClaim = claims.archive !== undefined || claims.press !== undefined
  // ISO 19005-2, 6.1.3; ISO 15930-7, 6.1.
  if (hasClaim && !(identifier instanceof PDFArray && identifier.size() === 2)) miss('file-identifier')
  const intents = catalog.lookup(PDFName.of('OutputIntents'))
  const intent = intents instanceof PDFArray && intents.size() > 0 ? intents.lookup(0) : undefined
  // ISO 19005-2, 6.2.3; ISO 15930-7, 6.2.4.
  if (
    hasClaim &&
    !(intent instanceof PDFDict && intent.lookup(PDFName.of('DestOutputProfile')) !== undefined)
  )
    miss('output-intent')
  const asksTags = claims.accessible || claims.archive?.endsWith('A') === true
  if (!asksTags) return findings

  // ISO 14289-1, 7.2 and ISO 19005-2, 6.7.4: the language of the text.
  if (text(catalog.lookup(PDFName.of('Lang'))) === '') miss('document-language')
  const marked = catalog.lookup(PDFName.of('MarkInfo'))
  // ISO 14289-1, 6.2; ISO 19005-2, 6.7.2.2.
  if (!(marked instanceof PDFDict && marked.lookup(PDFName.of('Marked')) === PDFBool.True))
    miss('tags-marked')
  if (!claims.accessible) return findings

  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'))
  // ISO 14289-1, 7.1.
  if (!(preferences instanceof PDFDict && preferences.lookup(PDFName.of('DisplayDocTitle')) === PDFBool.True))
    miss('title-in-bar')
  const pageNumbers = new Map(document.getPages().map((page, index) => [page.ref, index + 1]))
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of('Figure')) continue
    const page = object.get(PDFName.of('Pg'))
    // ISO 14289-1, 7.3.
    if (object.has(PDFName.of('P')) && text(object.lookup(PDFName.of('Alt'))) === '')
      miss('figure-alternative', { page: page instanceof PDFRef ? pageNumbers.get(page) : undefined })
  }
  document.getPages().forEach((page, index) => {
    const annotations = page.node.Annots()
    for (let at = 0; at < (annotations?.size() ?? 0); at += 1) {
      const annotation = annotations?.lookup(at, PDFDict)
      const isLink = annotation?.get(PDFName.of('Subtype')) === PDFName.of('Link')
      // ISO 14289-1, 7.18.5.
      if (isLink && text(annotation?.lookup(PDFName.of('Contents'))) === '')
        miss('link-description', { page: index + 1 })
    }
  })
  return findings
}
