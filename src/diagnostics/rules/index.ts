export * from './manuscript.js'
export * from './markdown.js'
export * from './theme.js'
