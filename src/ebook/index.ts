export { packageEbook, type EbookOptions } from './package-ebook.js'
export type { PageBreak } from './page-break.js'
export { checkEbook } from './check/check-ebook.js'
export type { Finding } from './check/finding.js'
