export { transform, transformArticle } from './transform-article.js'
