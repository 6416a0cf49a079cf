import type { Effort } from './effort.js'
import type { Text } from './text.js'

/** Counts the column ends tried on a page: work without a clock. */
export interface Count {
  trials: number
}

/** A band of columns on a page, as one trial sees it. */
export interface Band {
  readonly text: Text
  readonly effort: Effort
  readonly top: number
  /** Units from `top` that the columns are filled to. */
  readonly level: number
  /** End of the columns, notes at the column's foot included. */
  readonly bottom: number
  /** The slice before which the band has to end, or −1: it ends where it is full. */
  readonly end: number
  /** Columns are to end level, rather than full. */
  readonly levelled: boolean
  /** Neither level nor full is asked for (`balance: false`). */
  readonly loose: boolean
  /** A spanning slice follows on the same page. */
  readonly followed: boolean
  /** Notes stand at the columns' feet. */
  readonly columnNotes: boolean
  /** Floats across the columns stand below the band: its columns take no notes, which would part text from floats. */
  readonly footFloats: boolean
  /** Slices from here on cannot come on to the page. */
  readonly horizon: number
  /** Last slice that a full band may end before. */
  readonly limit: number
  /** Notes of the article called before the page's end, by the trial of its note area. */
  readonly fewestCalls: number
  readonly mostCalls: number
  /** States of more points are of no use. */
  readonly bound: number
  readonly count: Count
}
