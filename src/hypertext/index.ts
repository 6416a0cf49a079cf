export { checkReferences } from './check-references.js'
export { transform, transformArticle } from './transform-article.js'
