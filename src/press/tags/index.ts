export { markSources } from './mark-sources.js'
export type { TagOrder, Tags, TagSource } from './tag-source.js'
