export * from './markdown/definitions.js'
export * from './markdown/directives.js'
