export { atomFeed } from './atom-feed.js'
export { articlePageMetadata, issuePageMetadata, type PageMetadata } from './page-metadata.js'
