export { packageEbook, type EbookOptions } from './package-ebook.js'
export type { PageBreak } from './page-break.js'
