export {
  findBrowser,
  openBrowser,
  type BrowserSession,
  type FoundBrowser,
  type OpenBrowserOptions,
} from './browser/index.js'
export { blankPageName, frontBlankPageName, pageName } from './document/index.js'
export { frontPartCount } from './front-parts.js'
export { printReading, type PrintReadingInput, type ReadingPdf } from './print-reading.js'
