import { PDFName } from '@cantoo/pdf-lib'
import type { PressStep } from './press-job.js'

/**
 * Takes away what serves readers and not the press: links and other annotations (ISO 15930-7, 6.3.2 lets none lie within
 * the bleed), destinations, outline, tags.
 */
export const stripReading: PressStep = (document) => {
  const { catalog } = document
  for (const key of [
    'Dests',
    'Names',
    'Outlines',
    'StructTreeRoot',
    'MarkInfo',
    'PageMode',
    'ViewerPreferences',
    'OpenAction',
    'AcroForm',
  ])
    catalog.delete(PDFName.of(key))
  for (const page of document.getPages())
    for (const key of ['Annots', 'StructParents', 'Tabs', 'AA']) page.node.delete(PDFName.of(key))
}
