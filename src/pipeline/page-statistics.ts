import type { PagePlan } from '../issue/index.js'
import type { MakeupReport } from '../makeup/index.js'

/** What a page-maker is judged by, over the whole issue. */
export interface PageStatistics {
  readonly pages: number
  /** Points of the composer's cost model. */
  readonly cost: number
  /** 孤行: lines alone at the foot or head of a column. */
  readonly loneLines: number
  readonly headingsAtFoot: number
  readonly oneLineColumns: number
  /** 孤字: last lines of one character. */
  readonly loneCharacters: number
  /** Pages that end within a word. */
  readonly hyphenBreaks: number
  /** Greatest difference between the columns of one band, in lines. */
  readonly levelDifference: number
  readonly floats: {
    readonly count: number
    /** On the page of their first reference. */
    readonly onSamePage: number
    /** Greatest distance from it, in pages. */
    readonly farthest: number
  }
  readonly notes: {
    readonly count: number
    /** Beginning on another page than their call. */
    readonly away: number
    readonly split: number
  }
  readonly bodyLines: number
  /** Greatest distance of a body line from the grid, in pt. */
  readonly gridDeviation: number
}

export function pageStatistics({ statistics }: PagePlan, made: MakeupReport): PageStatistics {
  const { floatDistances } = statistics
  return {
    pages: made.sheets,
    cost: statistics.cost,
    loneLines: statistics.loneLines,
    headingsAtFoot: statistics.headingsAtFoot,
    oneLineColumns: statistics.oneLineColumns,
    loneCharacters: statistics.loneCharacters,
    hyphenBreaks: statistics.hyphenBreaks,
    levelDifference: statistics.levelDifference,
    floats: {
      count: floatDistances.length,
      onSamePage: floatDistances.filter((distance) => distance === 0).length,
      farthest: floatDistances.reduce((most, distance) => Math.max(most, Math.abs(distance)), 0),
    },
    notes: { count: made.notes, away: made.notesAway, split: statistics.notesSplit },
    bodyLines: made.bodyLines,
    // Figures in a file that is compared byte for byte carry no digits beyond what was measured.
    gridDeviation: Math.round(made.gridDeviation * 1000) / 1000,
  }
}
