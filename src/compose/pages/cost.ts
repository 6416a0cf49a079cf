import type { CostKind } from '../../issue/page-plan.js'

/**
 * The cost model: what a fault of a page is worth, in points. A plan's cost is the sum over its pages, and the
 * composer looks for the plan of least cost. Weights form three storeys that never mix in an article of normal
 * length: a broken keep (10⁹), a lone line or a heading at the foot (10⁶), and everything that is only less beautiful.
 *
 * The points of the lowest storey are set against each other by one measure: a column one line short costs 10.
 */
export const WEIGHTS = {
  /** A keep of the manuscript or theme is broken: only when it cannot be kept. */
  forbiddenBreak: 1e9,
  /** 孤行: fewer lines than `orphans` or `widows` allow. The legal fault that every reader sees. */
  loneLine: 1e6,
  /** A heading is the last thing of a column: as bad, and comes on top of a broken keep. */
  headingAtFoot: 1e6,
  /** Fewer than two units of text between a heading and the column's end. Worth more than a column fourteen lines short. */
  headingShort: 2000,
  /** A break between things that belong together, such as a lead-in and its list. */
  discouragedBreak: 200,
  /** A page ends within a word: the reader turns the leaf in the middle of it. */
  hyphenBreak: 50,
  /** × lines² that a column ends above its foot. Squared: two columns one line short are better than one two short. */
  columnShort: 10,
  /** × lines² between neighbouring columns of a page: seen at once, since the eye compares. */
  unlevel: 20,
  /** × lines² between the columns of a band that ends level (article's end, above a spanning block), past the first. */
  levelStep: 20,
  /** The first line of such a difference: unavoidable when the lines do not divide by the columns. */
  levelFirst: 1,
  /** A column that holds a single line and nothing else. */
  oneLineColumn: 3000,
  /** × lines² that the last page is filled less than a fifth of the type area. */
  lastPageShort: 20,
  /** Nothing of an article stands on the page that it was to begin on below another. */
  notBegun: 1500,
  /** × lines² between the feet of the two pages of a spread. */
  spreadUnlevel: 10,
  /** For each page turned between a float's reference and the float. */
  floatLeaf: 900,
  /** The float stands on the facing page. */
  floatFacing: 80,
  /** The float left its place in the text although it might stand there. */
  floatNotHere: 15,
  /** A page of floats alone. */
  floatPage: 900,
  /** × units left free on a page of floats. */
  floatPageFree: 5,
  /** A float on a page of floats, or in a place its theme does not allow, because nothing else was possible. */
  floatForced: 2000,
  /** A note is split. */
  noteSplit: 400,
  /** For each page end that a note has not come to its end. */
  noteCarried: 200,
  /** One line of a split note stands alone at either side. */
  noteLone: 100,
} as const

/** Points for a column that ends `slack` units above its foot. */
export function columnShort(slack: number): number {
  return slack > 0 ? WEIGHTS.columnShort * slack * slack : 0
}

/** Points for neighbouring columns whose feet differ. */
export function unlevel(difference: number): number {
  return WEIGHTS.unlevel * difference * difference
}

/** Points for one column of a level band that ends `difference` units above the longest. */
export function levelDifference(difference: number): number {
  if (difference <= 0) return 0
  return WEIGHTS.levelFirst + WEIGHTS.levelStep * (difference - 1) * (difference - 1)
}

/** Points for facing pages whose feet differ. */
export function spreadUnlevel(difference: number): number {
  return WEIGHTS.spreadUnlevel * difference * difference
}

/** Points for a last page whose text ends `used` units below the top of a type area of `lines` units. */
export function lastPageShort(used: number, lines: number): number {
  const wanted = Math.ceil(lines / 5)
  return used < wanted ? WEIGHTS.lastPageShort * (wanted - used) * (wanted - used) : 0
}

/** Points for a page end that a float whose reference stands before it has to cross. */
export function floatCrossing(facesNext: boolean): number {
  return facesNext ? WEIGHTS.floatFacing : WEIGHTS.floatLeaf
}

/** Points for splitting a note of `strips` strips so that `taken` of those that were left stay and `left` go on. */
export function noteSplit(taken: number, left: number): number {
  return WEIGHTS.noteSplit + (taken === 1 ? WEIGHTS.noteLone : 0) + (left === 1 ? WEIGHTS.noteLone : 0)
}

/** Points for a float that does not stand in its place in the text. */
export function floatCost(float: { readonly here: boolean }, allowed: boolean): number {
  return (float.here ? WEIGHTS.floatNotHere : 0) + (allowed ? 0 : WEIGHTS.floatForced)
}

/** Adds to a tally of costs by kind. */
export function charge(tally: Partial<Record<CostKind, number>>, kind: CostKind, points: number): void {
  if (points > 0) tally[kind] = (tally[kind] ?? 0) + points
}
