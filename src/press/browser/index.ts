export {
  findBrowser,
  type BrowserSource,
  type FindBrowserOptions,
  type FoundBrowser,
} from './find-browser.js'
export { openBrowser, type BrowserSession, type OpenBrowserOptions } from './open-browser.js'
export type { Page } from 'puppeteer'
export { openDocument, type DocumentFile } from './open-document.js'
