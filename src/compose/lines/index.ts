export * from './compose-lines.js'
export * from './line-statistics.js'
export * from './load-hyphenator.js'
export * from './plan-lines.js'
