import type { FloatPlace } from './galley.js'
import type { Place } from './place.js'

/** What the composer has to know of the page. All heights are in whole grid units unless the name says otherwise. */
export interface ComposeGeometry {
  /** 1, 2 or 3. */
  readonly columns: number
  /** Units of the type area (版心). */
  readonly lines: number
  readonly notes: {
    /** `column`: at the foot of the column of the call; `page`: at the foot of the page, across all columns. */
    readonly at: 'column' | 'page'
    /** Rule and space above the first note of an area, in hundredths of a unit. */
    readonly separator: number
    /** Space between two notes, in hundredths of a unit. */
    readonly gap: number
  }
}

export interface ComposeOptions {
  /** `page`: on a new page; `recto`: on a right-hand page; `run-on`: below the end of the article before, if it fits. */
  readonly start: 'page' | 'recto' | 'run-on'
  /** Columns of the last page end level. Default true. */
  readonly balance?: boolean | undefined
  /** The article after it may run on: a last page that is hardly begun is no fault. Default false. */
  readonly followed?: boolean | undefined
  /** The rest of the article stands elsewhere. */
  readonly jump?: ComposeJump | undefined
}

/** Where the rest of an article goes (转页). */
export interface ComposeJump {
  /** Pages that stand in the article's own place; at least 1. */
  readonly pages: number
  /** Index of the article after whose end the rest stands; a later one. */
  readonly after: number
}

/** One article's text on pages. Indices are those of its `Galley`. */
export interface ArticlePlan {
  /** The galley's id. */
  readonly id: string
  /** At least one. A run-on article's first page continues the page before it. */
  readonly pages: readonly PlannedPage[]
  readonly statistics: PlanStatistics
  readonly warnings: readonly PlanWarning[]
}

/** The pages in order: articles and the blank pages before rectos. */
export interface PagePlan {
  readonly sheets: readonly Sheet[]
  readonly articles: readonly ArticlePlan[]
  /** Sums over the articles. */
  readonly statistics: PlanStatistics
  readonly warnings: readonly PlanWarning[]
}

/** One page of the issue. */
export interface Sheet {
  /** 1-based, counted from the first page given to the composer. */
  readonly number: number
  readonly side: 'recto' | 'verso'
  /** Empty: a blank page. More than one: articles that run on. */
  readonly parts: readonly { readonly article: number; readonly page: number }[]
}

/** One page of one article. Frames are in reading order; floats stand in the frames' items. */
export interface PlannedPage {
  readonly side: 'recto' | 'verso'
  /** Units already taken at the top by the article before (run-on); 0 otherwise. */
  readonly start: number
  /** Page floats, spanning slices and columns, in reading order; a column without text has a frame without items. */
  readonly frames: readonly PlannedFrame[]
  readonly notes: readonly PlannedNotes[]
  /** Units from the top of the type area to the line （上接第N页）, one unit high, where the rest of the article begins. */
  readonly jumpFrom?: number | undefined
  /** The same of the line （下转第N页）, where the rest stands elsewhere. */
  readonly jumpTo?: number | undefined
}

/** A rectangle of the type area: one column of one band, or the whole width. */
export interface PlannedFrame {
  /** 0-based column, or `page` for the whole width. */
  readonly column: number | 'page'
  /** Units from the top of the type area. */
  readonly top: number
  /** Units the frame may fill; its items end at or above `top + height`. */
  readonly height: number
  readonly items: readonly PlannedItem[]
}

export type PlannedItem = PlannedSlices | PlannedFloat

/** A run of slices, one below another without anything between them. */
export interface PlannedSlices {
  readonly type: 'slices'
  /** Slices `from` to before `to`. */
  readonly from: number
  readonly to: number
  /**
   * Units from the top of the type area to the first slice's own box; the space before it (unless it was dropped at
   * the frame's top) and the `opening` of continued containers lie above `top`.
   */
  readonly top: number
  /** Units from `top` to the end of the last slice; the `closing` of containers to be continued lies below it. */
  readonly height: number
  /** Containers (galley indices, outermost first) that were begun before and go on here: heads are repeated. */
  readonly continued: readonly number[]
  /** Containers that go on in a later frame. */
  readonly continues: readonly number[]
}

export interface PlannedFloat {
  readonly type: 'float'
  /** Index into `Galley.floats`. */
  readonly float: number
  readonly place: FloatPlace
  readonly top: number
  /** Without the gap. Less than the galley's height when it was scaled to the page. */
  readonly height: number
}

/** The notes at the foot of one column or of the page. The area's end is the end of the type area. */
export interface PlannedNotes {
  readonly column: number | 'page'
  /** Units from the top of the type area; the separator comes first. */
  readonly top: number
  readonly height: number
  readonly notes: readonly PlannedNote[]
}

export interface PlannedNote {
  /** `opening` notes index `Galley.openingNotes`. */
  readonly list: 'notes' | 'opening'
  readonly note: number
  /** Strips `from` to before `to`; `from` > 0 continues a note from an earlier area. */
  readonly from: number
  readonly to: number
}

/** Each name of the cost model (`compose/pages/cost.ts`). */
export type CostKind =
  | 'forbiddenBreak'
  | 'loneLine'
  | 'headingAtFoot'
  | 'headingShort'
  | 'discouragedBreak'
  | 'hyphenBreak'
  | 'columnShort'
  | 'oneLineColumn'
  | 'unlevel'
  | 'lastPageShort'
  | 'notBegun'
  | 'spreadUnlevel'
  | 'floatAway'
  | 'floatNotHere'
  | 'floatPage'
  | 'noteSplit'

export interface PlanStatistics {
  readonly pages: number
  readonly cost: number
  readonly costs: Readonly<Partial<Record<CostKind, number>>>
  /** Lines that stand alone at the foot or head of a column (孤行). */
  readonly loneLines: number
  readonly headingsAtFoot: number
  readonly oneLineColumns: number
  /** One-character last lines (孤字) of paragraphs: the line composer's matter, counted here. */
  readonly loneCharacters: number
  /** Pages that end within a word. */
  readonly hyphenBreaks: number
  /** Greatest difference in units between columns of one band, over the whole article. */
  readonly levelDifference: number
  /** For each float, pages from its first reference: 0 is the same page. */
  readonly floatDistances: readonly number[]
  readonly notesSplit: number
}

/** A mistake of the manuscript or theme that the composer could work around. The pipeline reports it by rule. */
export interface PlanWarning {
  readonly kind:
    | 'float-scaled' // a float taller than the page is scaled down to it
    | 'block-scaled' // an unbreakable slice taller than the page is scaled down to it
    | 'block-narrowed' // a formula wider than the column is scaled down to it
    | 'word-broken' // a word wider than its line is broken where the line ends
    | 'keep-broken' // keeps that cannot all be kept: this one was not
    | 'note-split-long' // a note too long for one page goes on to the next
    | 'lone-line' // no page break could avoid it
    | 'jump-needless' // the article ends on the pages it has before its rest was to go elsewhere
  readonly article: string
  readonly place?: Place | undefined
  /** Block, float or note. */
  readonly key: string
  /** Units it needs and units there are, where that is the matter. */
  readonly needs?: number | undefined
  readonly has?: number | undefined
}
