export * from './negotiate-language.js'
export * from './texts-in.js'
export type * from './texts.js'
