import type { Effort } from './effort.js'
import type { Text } from './text.js'

/** Counts the column ends tried on a page: work without a clock. */
export interface Count {
  trials: number
}

/** What all bands tried at one place of a page have in common. */
export interface BandPlace {
  readonly text: Text
  readonly effort: Effort
  readonly top: number
  /** End of the columns, notes at the column's foot included. */
  readonly bottom: number
  /** Notes stand at the columns' feet. */
  readonly columnNotes: boolean
  /** Floats across the columns stand below the band: its columns take no notes, which would part text from floats. */
  readonly footFloats: boolean
  /** Slices from here on cannot come on to the page. */
  readonly horizon: number
  /** Notes of the article called before the page's end, by the trial of its note area. */
  readonly fewestCalls: number
  readonly mostCalls: number
  /** States of more points are of no use. */
  readonly bound: number
  readonly count: Count
}

/** A band of columns on a page, as one trial sees it. */
export interface Band extends BandPlace {
  /** Units from `top` that the columns are filled to. */
  readonly level: number
  /** The slice before which the band has to end, or −1: it ends where it is full. */
  readonly end: number
  /** Columns are to end level, rather than full. */
  readonly levelled: boolean
  /** Neither level nor full is asked for (`balance: false`). */
  readonly loose: boolean
  /** A spanning slice follows on the same page. */
  readonly followed: boolean
  /** Last slice that a full band may end before. */
  readonly limit: number
}

/** How the columns of a band are to end. */
export type BandEnd = Omit<Band, keyof BandPlace>

/** Written out, since an object spread into another costs more than all columns that are tried in it. */
export function bandAt(place: BandPlace, end: BandEnd): Band {
  return {
    text: place.text,
    effort: place.effort,
    top: place.top,
    bottom: place.bottom,
    columnNotes: place.columnNotes,
    footFloats: place.footFloats,
    horizon: place.horizon,
    fewestCalls: place.fewestCalls,
    mostCalls: place.mostCalls,
    bound: place.bound,
    count: place.count,
    level: end.level,
    end: end.end,
    levelled: end.levelled,
    loose: end.loose,
    followed: end.followed,
    limit: end.limit,
  }
}
