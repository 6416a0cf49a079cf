/** How much the search looks at. */
export interface Effort {
  /** Lines that a column may be left short for the sake of something else. */
  readonly slack: number
  /** States kept at each page end. */
  readonly beam: number
  /** States kept at each column's end of one page. */
  readonly columnBeam: number
  /** Points above the best state of a page end at which a state is dropped. */
  readonly spread: number
  /** Trials of a column's end on one page after which its dearer states are left aside. */
  readonly trials: number
  /** Every height of a page's note area is tried, not only the likely ones. */
  readonly everyArea: boolean
  /** Every legal and illegal break is looked at. */
  readonly all: boolean
  /** Only the fullest column is looked at, as a greedy composer does. */
  readonly first: boolean
}

/** For ordinary text. */
export const NARROW: Effort = {
  slack: 3,
  beam: 16,
  columnBeam: 8,
  spread: 250,
  trials: 4000,
  everyArea: false,
  all: false,
  first: false,
}

/** For articles whose figures the narrow search left far from their references. */
export const PATIENT: Effort = {
  slack: 8,
  beam: 60,
  columnBeam: 20,
  spread: 1500,
  trials: 20_000,
  everyArea: false,
  all: false,
  first: false,
}

/** For the pages where the narrow search met a lone line or a broken keep. */
export const WIDE: Effort = {
  slack: 12,
  beam: 120,
  columnBeam: 40,
  spread: Number.POSITIVE_INFINITY,
  trials: 60_000,
  everyArea: true,
  all: false,
  first: false,
}

/** For proving the others on small galleys. */
export const EXHAUSTIVE: Effort = {
  slack: Number.POSITIVE_INFINITY,
  beam: Number.POSITIVE_INFINITY,
  columnBeam: Number.POSITIVE_INFINITY,
  spread: Number.POSITIVE_INFINITY,
  trials: Number.POSITIVE_INFINITY,
  everyArea: true,
  all: true,
  first: false,
}

/** First fit: the composer that others are compared with. */
export const GREEDY: Effort = {
  slack: 0,
  beam: 1,
  columnBeam: 12,
  spread: Number.POSITIVE_INFINITY,
  trials: Number.POSITIVE_INFINITY,
  everyArea: false,
  all: false,
  first: true,
}
