import type { Place } from './place.js'

/** Of the characters of one font at one size. */
export interface LineStyle {
  /** Font size in px. */
  readonly em: number
  /** Spaces between Han and Latin text are wanted (`text-autospace`). */
  readonly autospace: boolean
  /** A note call or citation: never parted from what it stands after. */
  readonly call: boolean
  /** BCP 47; empty when nothing says. */
  readonly language: string
  /** Latin words may be hyphenated. */
  readonly hyphens: boolean
}

/** LINE SEPARATOR: what a forced break (`br`, the edge of a block) is in a paragraph's text. */
export const forcedBreak = '\u2028'

/**
 * A paragraph before its lines are broken: its characters in order, and where their style changes. A piece that is no
 * text (mathematics, ruby) is the one character U+FFFC.
 */
export interface LineParagraph {
  readonly text: string
  /** Ascending; the first begins at 0. Indices are UTF-16 units of `text`. `style` is an index into the styles. */
  readonly runs: readonly { readonly from: number; readonly style: number }[]
  /** Widths in px of the U+FFFC in order. */
  readonly pieces: readonly number[]
  /** Px by which each of them may be set wider or narrower; none where absent. */
  readonly give?: readonly number[] | undefined
  /** Measure in px, and the first line's indent within it. */
  readonly measure: number
  readonly indent: number
  /** Absent when justified; `balanced` lines are all of about one length, the last one too. */
  readonly align?: 'ragged' | 'balanced' | undefined
  /** Where the article wants other marks than the theme. */
  readonly marks?: MarkStyle | undefined
  readonly place?: Place | undefined
}

/** Text of one style that is measured as one: a Latin word, a mark that is not one em wide in every font. */
export interface LineToken {
  readonly text: string
  readonly style: number
  /** As the browser sets it between ideographs by itself; else alone and untrimmed. */
  readonly amongHan?: boolean | undefined
}

/** Space given or taken at some characters of a line, in px. */
export interface LineAdjustment {
  /** UTF-16 units of the paragraph's text. */
  readonly from: number
  readonly to: number
  /** Before the first character. */
  readonly before?: number | undefined
  /** After the last character; a mark's own blank half is taken by a negative one. */
  readonly after?: number | undefined
  /** More than usual, at every word space within. */
  readonly words?: number | undefined
  /** After each of the characters; negative where they stand closer than solid. */
  readonly letters?: number | undefined
  /** Wanted only where breaks are written into the text: elsewhere the browser does it by itself. */
  readonly ifHeld?: boolean | undefined
}

/** The lines of one paragraph. */
export interface PlannedLines {
  /** Where lines begin, but for the first. */
  readonly breaks: readonly number[]
  /** Those of them that a forced break makes. */
  readonly forced?: readonly number[] | undefined
  /** Those that need a hyphen before. */
  readonly hyphens: readonly number[]
  /** Ascending, not overlapping, none across a line's end. */
  readonly adjustments: readonly LineAdjustment[]
  readonly lines: readonly PlannedLine[]
}

export interface PlannedLine {
  /** Em by which each distance between its characters is greater than solid setting, or less: negative. */
  readonly gap: number
  /** Ends with a mark that gives up half of its width. */
  readonly halfEnd?: boolean | undefined
  /** Ends with a mark that keeps its width. */
  readonly fullEnd?: boolean | undefined
  /** Ends with a mark that hangs beyond the measure. */
  readonly hung?: boolean | undefined
}

/** 全角式, 开明式, 行末半角式 (GB/T 15834—2011 §5.1.10). */
export type MarkStyle = 'full' | 'kaiming' | 'half-at-end'

/** 避头尾 (CLREQ 3.1.4), each level with what the one before it forbids. */
export type Prohibition = 'basic' | 'gb' | 'strict'

/** Least letters of a word that is hyphenated, and of its parts before and after. */
export interface Hyphenation {
  readonly word: number
  readonly before: number
  readonly after: number
}

/** How a theme wants its lines set. */
export interface LineSetting {
  /** Lines by the composer, or the browser's own. */
  readonly by: 'composer' | 'browser'
  readonly marks: MarkStyle
  /** 标点悬挂: whether ，。、；： at a line's end may stand beyond the measure: never, where the line has no better end, always. */
  readonly hanging: 'none' | 'needed' | 'all'
  readonly prohibition: Prohibition
  /** An opening mark at a paragraph's beginning: without its blank half, or with it. */
  readonly firstMark: 'flush' | 'full'
  /** Between Han and Latin text, in em: natural space. */
  readonly autospace: number
  /** Of Latin words; null keeps them whole. */
  readonly hyphens: Hyphenation | null
}
