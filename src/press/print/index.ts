export { assertLoaded } from './assert-loaded.js'
export type { PartStart } from './plan-pages.js'
export { printNative } from './print-native.js'
export { settlePages, type ReadFile, type SettledPages, type SettlePagesOptions } from './settle-pages.js'
