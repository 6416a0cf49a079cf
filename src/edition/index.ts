export { assemble, type AssembleOptions } from './assemble.js'
export { checkReferences } from './check-references.js'
export { numberPages } from './number-pages.js'
