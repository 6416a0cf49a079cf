export { keepInStore, type Kept } from './keep-in-store.js'
export type { VersionNote } from './inventory.js'
export { StoreProblem } from './store-problem.js'
