import type { Place } from './place.js'

/**
 * One article set at the measure with no page height (长条样): geometry only, plain JSON. It is made by `galley/` in
 * the browser and read by `compose/`, which never sees the text.
 *
 * Units. Every height that the composer adds up on the page is in whole grid units; one unit is the line pitch
 * (`PageGeometry.pitch`). A body line is 1 unit. Anything else reports its natural height rounded up to whole units,
 * and make-up gives the difference back as space. Notes stand off the grid: their strips are in hundredths of a unit
 * and only their whole area is rounded up to units.
 */
export interface Galley {
  /** The article's part id in the publication. */
  readonly id: string
  /** Manuscript file relative to the folder; undefined for parts without a manuscript. */
  readonly file?: string | undefined
  readonly blocks: readonly GalleyBlock[]
  readonly containers: readonly GalleyContainer[]
  /** The text in manuscript order. Floats and notes are not among the slices. */
  readonly slices: readonly Slice[]
  /** In manuscript order; order within one `kind` is kept on the page. */
  readonly floats: readonly GalleyFloat[]
  /** Notes called in the text, in order of their first call. */
  readonly notes: readonly GalleyNote[]
  /** 作者简介, 基金项目, 收稿日期: at the foot of the article's first page, before every other note. */
  readonly openingNotes: readonly GalleyNote[]
}

/** What the composer needs to know of a block beyond its slices. */
export type BlockRole =
  'opener' | 'text' | 'heading' | 'item' | 'row' | 'figure' | 'equation' | 'code' | 'other'

/** A node whose slices stand one after another: a paragraph, a heading, a table row, a figure that stays in the text. */
export interface GalleyBlock {
  /** The key by which galley and make-up find the node (`data-block`). Unique in the publication. */
  readonly key: string
  readonly role: BlockRole
  /** Place in the manuscript, for messages. */
  readonly place?: Place | undefined
  readonly scaled?: GalleyScaled | undefined
}

/** Something that never splits was set smaller than its theme wants it, since no page or column holds it; a word was broken. */
export interface GalleyScaled {
  readonly by: 'height' | 'width' | 'word'
  /** Units of height or characters of width it would take, and those there are. */
  readonly needs: number
  readonly has: number
}

/**
 * A node that holds several blocks and may be split between them: box, quotation, list, table. Its padding and border
 * at its own beginning and end are part of its first and last slice's heights; `opening` and `closing` are what each
 * *further* fragment costs.
 */
export interface GalleyContainer {
  readonly key: string
  readonly kind: 'box' | 'quotation' | 'list' | 'table' | 'other'
  /** Units at the top of a continued fragment: cloned padding, or a repeated table head. */
  readonly opening: number
  /** Units at the foot of a fragment that will be continued. */
  readonly closing: number
  /** Key of the table head that make-up repeats on top of a continued fragment; its height is within `opening`. */
  readonly repeatedHead?: string | undefined
}

/**
 * What a column or page break before a slice means, from CSS:
 * - `free`: nothing against it;
 * - `discouraged`: legal and ugly (between a paragraph ending in a colon and its list, between table row groups);
 * - `lone`: leaves fewer lines than `orphans` before it or fewer than `widows` after it (孤行);
 * - `forbidden`: `break-inside: avoid`, `break-after: avoid` before it, `break-before: avoid`: taken only when keeping it
 *   is impossible, with a warning;
 * - `column`, `page`: forced (`break-before: column | page`).
 */
export type BreakBefore = 'free' | 'discouraged' | 'lone' | 'forbidden' | 'column' | 'page'

/** The smallest strip that is never cut: a paragraph's line, a table row, a heading, a figure, an equation. */
export interface Slice {
  /** Index into `Galley.blocks`. */
  readonly block: number
  readonly kind: 'line' | 'row' | 'block'
  /** 0-based among the slices of its block. */
  readonly index: number
  /** Whole units, at least 1 unless the slice is empty. */
  readonly height: number
  /** Whole units above it, margins collapsed; dropped at the top of a frame. Absent means 0. */
  readonly spaceBefore?: number | undefined
  /** Absent means `free`. The first slice's is ignored. */
  readonly breakBefore?: BreakBefore | undefined
  /** `page`: stands across all columns, in the flow (the opener, a wide box or table). Absent means `column`. */
  readonly span?: 'column' | 'page' | undefined
  /** Indices into `Galley.containers`, outermost first. Absent means none. */
  readonly containers?: readonly number[] | undefined
  /** Indices into `Galley.notes` of the notes first called on it, in order. */
  readonly notes?: readonly number[] | undefined
  /** The line ends within a word or number: with a hyphen or a like mark. */
  readonly hyphen?: boolean | undefined
  /** Characters on a paragraph's last line; only for that line. */
  readonly characters?: number | undefined
  /**
   * For make-up alone, in px: from the top of its units to its own box, and the box's natural height. Absent: 0 and the
   * whole units. A slice of a run off the grid (table rows, code) may begin before its units: negative.
   */
  readonly inset?: number | undefined
  readonly natural?: number | undefined
  /** For make-up alone: goes on at its natural distance from the slice before it, both in one run off the grid. */
  readonly flowing?: boolean | undefined
}

/** Where a float may go. `here` is its place in the manuscript; `page` is a page of floats alone. */
export type FloatPlace = 'here' | 'top' | 'bottom' | 'page'

/** A figure or table that may leave its place in the text. It is never cut; a table that must be cut is slices. */
export interface GalleyFloat {
  readonly key: string
  /** Order is kept within a kind. */
  readonly kind: 'figure' | 'table'
  /** `page`: across all columns; `top` and `bottom` are then those of the page. */
  readonly width: 'column' | 'page'
  /** Units with caption and credit, without the space to the text. */
  readonly height: number
  /** Units between it and the text on the side where text stands. */
  readonly gap: number
  /** Allowed places, none preferred over another but by the cost model. `page` may always be used as a last resort. */
  readonly places: readonly FloatPlace[]
  /** The slice before which it stands in the manuscript; `slices.length` for the end. */
  readonly home: number
  /** The slice of its first reference, or `home` (its last slice before) when nothing refers to it. */
  readonly anchor: number
  readonly scaled?: GalleyScaled | undefined
  readonly place?: Place | undefined
}

/** A note measured at the measure of the notes' area. */
export interface GalleyNote {
  readonly key: string
  /** Heights of its strips (lines, or blocks that never split) in hundredths of a unit, rounded up. At least one. */
  readonly strips: readonly number[]
  readonly place?: Place | undefined
}
