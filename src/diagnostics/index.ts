export * from './report.js'
export * from './rule.js'
export * from './rules/index.js'
