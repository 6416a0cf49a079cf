import { PDFName, PDFString } from '@cantoo/pdf-lib'
import type { FinishingStep } from './finishing.js'

/**
 * The catalog (ISO 32000-1, 7.7.2): language of the text (14.9.2), the title in the window's bar (ISO 14289-1, 7.1),
 * and the outline open beside the pages.
 */
export const setCatalog: FinishingStep = (document, { publication }) => {
  const { catalog, context } = document
  catalog.set(PDFName.of('Lang'), PDFString.of(publication.metadata.language))
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
