export { checkSite, type SiteProblem } from './check-site.js'
export type { CitationFile, PageHead } from './page-head.js'
export type { SiteFile } from './site-file.js'
export { writeSite, type SiteOptions } from './write-site.js'
