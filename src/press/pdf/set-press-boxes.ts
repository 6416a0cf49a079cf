import { PDFName } from '@cantoo/pdf-lib'
import { pressBoxes } from './press-boxes.js'
import type { PressStep } from './press-job.js'

/** Page boxes (ISO 32000-1, 14.11.2; ISO 15930-7, 6.3.1): media box, bleed box within it, trim box within that. */
export const setPressBoxes: PressStep = (document, { geometry, marks }) => {
  const { trim, bleed, media } = pressBoxes(geometry, marks.length > 0)
  for (const page of document.getPages()) {
    page.node.set(PDFName.of('MediaBox'), document.context.obj([...media]))
    page.node.set(PDFName.of('BleedBox'), document.context.obj([...bleed]))
    page.node.set(PDFName.of('TrimBox'), document.context.obj([...trim]))
    for (const key of ['CropBox', 'ArtBox']) page.node.delete(PDFName.of(key))
  }
}
