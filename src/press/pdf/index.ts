export { attachSources, type SourceFile } from './attach-sources.js'
export { assertFonts, findFontFaults, type FontFault } from './check-fonts.js'
export {
  findProfileProblem,
  InkMixer,
  PressTransform,
  type OriginalPictures,
  type PressTransformOptions,
  type ProfileProblem,
} from './colour/index.js'
export { finishPress } from './finish-press.js'
export { finishReading } from './finish-reading.js'
export type { FinishingJob, FinishingStep } from './finishing.js'
export { readJpegFacts } from './jpeg-facts.js'
export { makeCoverSheet, type CoverSheet } from './make-cover-sheet.js'
export { loadPdf } from './load-pdf.js'
export type { PressJob } from './press-job.js'
export { postScriptName } from './post-script-name.js'
export { readDestinations, readPlaces, type Destinations } from './read-destinations.js'
export type { PDFDocument } from '@cantoo/pdf-lib'
