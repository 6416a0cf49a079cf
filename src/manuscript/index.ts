export * from './load-assets.js'
export * from './load-issue.js'
