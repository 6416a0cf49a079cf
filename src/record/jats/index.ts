export { articleXml } from './article-xml.js'
export { isoDate } from './dates.js'
