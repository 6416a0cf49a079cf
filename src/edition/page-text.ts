import type { Destinations } from './destinations.js'

/** Whether page references read 第N页: always in print, and on screen when the print edition's pages are known. */
export function readsAsPage(destinations: Destinations): boolean {
  return destinations.edition === 'print' || destinations.pagesKnown
}
