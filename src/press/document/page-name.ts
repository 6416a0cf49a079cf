/** Name of a part's pages in CSS: `@page part-a03-path:left { … }`. */
export function pageName(partId: string): string {
  return `part-${partId}`
}

/** Name of the pages put in so that a part can begin on a right-hand page. */
export const blankPageName = 'blank'

/** The same among the front pages, which are not counted. */
export const frontBlankPageName = 'front-blank'
