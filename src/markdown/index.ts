export { parse, parseArticle } from './parse-article.js'
