import type { Text } from './text.js'

/** Where an article begins on its first page. */
export interface Entry {
  readonly side: 'recto' | 'verso'
  /** Units taken at the top and at the foot by other articles. */
  readonly start: number
  readonly foot: number
  /** Where the article goes on when the rest of it stands elsewhere (转页). */
  readonly jump?: JumpEntry | undefined
}

/** The page on which the rest of an article begins. */
export interface JumpEntry {
  /** 0-based number of that page within the article; at least 1. */
  readonly page: number
  readonly side: 'recto' | 'verso'
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
  /** Units that are not the text's at its top and foot: other articles' and jump lines'. */
  readonly start: number
  readonly foot: number
  /** Other articles stand on it: the article may as well begin on the next one. */
  readonly shared: boolean
  /** The article's next page faces it. */
  readonly facesNext: boolean
  /** Units from the top of the type area to the lines 上接 and 下转, where there are such. */
  readonly jumpFrom?: number | undefined
  readonly jumpTo?: number | undefined
}

/** Units of the line 下转 at the foot of the page, and of the line 上接 with the space below it. */
const JUMP_TO = 1
const JUMP_FROM = 2

/** The room of an article's page, by its 0-based number within the article. */
export function roomOf(entry: Entry, page: number, lines: number): Room {
  const { jump } = entry
  const rest = jump !== undefined && page >= jump.page
  const begun = rest ? jump : entry
  const number = rest ? page - jump.page : page
  const side = (begun.side === 'recto') === (number % 2 === 0) ? 'recto' : 'verso'
  const { start, foot } = number === 0 ? begun : { start: 0, foot: 0 }
  const jumps = page + 1 === jump?.page
  return {
    side,
    start: start + (rest && number === 0 ? JUMP_FROM : 0),
    foot: foot + (jumps ? JUMP_TO : 0),
    shared: start + foot > 0,
    facesNext: side === 'verso' && !jumps,
    jumpFrom: rest && number === 0 ? start : undefined,
    jumpTo: jumps ? lines - foot - JUMP_TO : undefined,
  }
}
