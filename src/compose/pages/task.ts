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
}

/** Side of an article's page. */
export function sideOf(entry: Entry, page: number): 'recto' | 'verso' {
  return (entry.side === 'recto') === (page % 2 === 0) ? 'recto' : 'verso'
}
