export type * from './galley-options.js'
export * from './measure-galleys.js'
