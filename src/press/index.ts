export {
  findBrowser,
  openBrowser,
  type BrowserSession,
  type FoundBrowser,
  type OpenBrowserOptions,
} from './browser/index.js'
export { blankPageName, frontBlankPageName, pageName, readFontUses } from './document/index.js'
export { frontPartCount, mustBeginRecto } from './front-parts.js'
export { drawCover, drawFormulas, redrawPictures, type DrawnPicture } from './pictures/index.js'
export { checkProfile } from './check-profile.js'
export { makeCover, makePressPdf, type MakePressPdfInput } from './make-press-pdf.js'
export { attachSources, loadPdf, type ProfileProblem, type SourceFile } from './pdf/index.js'
export {
  annotateProof,
  preflight,
  type PreflightOptions,
  type PreflightResult,
  type ProofNote,
} from './pdf/preflight/index.js'
export { measureNative } from './measure-native.js'
export type { NativeFigures } from './native/native-figures.js'
export { planFolios } from './plan-folios.js'
export type { PressPages } from './press-pages.js'
export { printReading, type MakePages, type PrintReadingInput, type ReadingPdf } from './print-reading.js'
