import type { Text } from './text.js'

/** Where an article begins on its first page. */
export interface Entry {
  readonly side: 'recto' | 'verso'
  /** Units taken at the top and at the foot by the article before. */
  readonly start: number
  readonly foot: number
}

/** An article to be composed. */
export interface Task {
  readonly text: Text
  readonly entry: Entry
  readonly balance: boolean
  /** Another article runs on below the end: a last page that is hardly begun is no fault. */
  readonly followed: boolean
}

/** What a page of the article has of the sheet it stands on. */
export interface Room {
  readonly side: 'recto' | 'verso'
  /** Units that others have at its top and foot. */
  readonly start: number
  readonly foot: number
}

/** The room of an article's page, by its 0-based number within the article. */
export function roomOf({ side, start, foot }: Entry, page: number): Room {
  if (page === 0) return { side, start, foot }
  return { side: (side === 'recto') === (page % 2 === 0) ? 'recto' : 'verso', start: 0, foot: 0 }
}
