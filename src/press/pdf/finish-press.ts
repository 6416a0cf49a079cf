import type { PDFDocument } from '@cantoo/pdf-lib'
import { convertColours } from './colour/index.js'
import { drawMarks } from './draw-marks.js'
import { dropUnreachable } from './drop-unreachable.js'
import type { PressJob, PressStep } from './press-job.js'
import { savePdf } from './save-pdf.js'
import { setPressBoxes } from './set-press-boxes.js'
import { setPressIntent } from './set-press-intent.js'
import { setPressMetadata } from './set-press-metadata.js'
import { stripReading } from './strip-reading.js'

/** The steps that make a printed file the press PDF. */
const steps: readonly PressStep[] = [
  stripReading,
  (document, { ink }) => convertColours(document, ink),
  setPressBoxes,
  drawMarks,
  setPressIntent,
  setPressMetadata,
  dropUnreachable,
]

/** Makes a printed file the press PDF (PDF/X-4, ISO 15930-7). Same printed pages and same job, same bytes. */
export async function finishPress(document: PDFDocument, job: PressJob): Promise<Uint8Array> {
  for (const step of steps) await step(document, job)
  // ISO 15930-7 rests on PDF 1.6.
  return savePdf(document, '1.6')
}
