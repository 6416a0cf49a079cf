import type { PDFDocument } from '@cantoo/pdf-lib'
import type { FinishingJob, FinishingStep } from './finishing.js'
import { savePdf } from './save-pdf.js'
import { setBoxes } from './set-boxes.js'
import { setCatalog } from './set-catalog.js'
import { setMetadata } from './set-metadata.js'
import { setOutline } from './set-outline.js'
import { setPageLabels } from './set-page-labels.js'
import { setOutputIntent } from './set-output-intent.js'
import { tagPages } from './tag-pages.js'

/** The steps that make a printed file the reading PDF. */
const steps: readonly FinishingStep[] = [
  setBoxes,
  setCatalog,
  setMetadata,
  setOutputIntent,
  setPageLabels,
  setOutline,
  tagPages,
]

/** Makes a printed file the reading PDF. Same printed pages and same job, same bytes. */
export async function finishReading(document: PDFDocument, job: FinishingJob): Promise<Uint8Array> {
  for (const step of steps) await step(document, job)
  return savePdf(document)
}
