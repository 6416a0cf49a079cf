export { fontFaceCss } from './font-face-css.js'
export { readFontUses } from './font-uses.js'
export { blankPageName, frontBlankPageName, pageName } from './page-name.js'
export { printDocument, type PrintDocument, type PrintDocumentInput } from './print-document.js'
