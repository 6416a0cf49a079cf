export type * from './galley-options.js'
export { measureGalleys } from './measure-galleys.js'
export * from './set-lines.js'
