export * from './make-up.js'
export type * from './makeup-options.js'
