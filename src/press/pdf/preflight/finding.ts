import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import type { PageContent } from './content/read-page.js'
import type { PageBoxes } from './read-boxes.js'

/** A place on a page, in points of the page's own coordinates: left, bottom, right, top. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

export type FindingSeverity = 'error' | 'warning' | 'info'

/** One sight of something, as a check tells it. */
export interface Sighting {
  /** Name of the expectation that is not met. */
  readonly rule: PreflightRule
  readonly severity: FindingSeverity
  /** 1-based; absent for the file as a whole. */
  readonly page?: number | undefined
  readonly box?: Box | undefined
  /** What was found: a font's name, a box, a colour. Sights of the same thing are told together. */
  readonly detail?: string | undefined
  /** How much of it there is at this place: `142 ppi`. */
  readonly figure?: string | undefined
}

/** Where on the page as it is shown, in millimetres from the upper left corner of the trim, rounded to 0.1. */
export interface Millimetres {
  /** To the right; negative in the bleed. */
  readonly left: number
  /** Downwards; negative in the bleed. */
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Place {
  /** 1-based. */
  readonly page: number
  readonly box?: Box | undefined
  readonly millimetres?: Millimetres | undefined
  readonly figure?: string | undefined
}

/** Something that a printer or a library would send the file back for, or ask about, and every place of it. */
export interface Finding {
  readonly rule: PreflightRule
  readonly severity: FindingSeverity
  readonly detail?: string | undefined
  /** In the order of the pages; empty for the file as a whole. */
  readonly places: readonly Place[]
  /** Places that are not listed, since a page has very many. */
  readonly more: number
}

export type PreflightRule =
  | 'pdf-readable'
  | 'pdf-whole'
  | 'pdf-unlocked'
  | 'content-whole'
  | 'content-limit'
  | 'press-claim'
  | 'press-standard'
  | 'document-language'
  | 'output-intent'
  | 'file-identifier'
  | 'trapping-stated'
  | 'active-content'
  | 'annotation-in-print'
  | 'tags-marked'
  | 'title-in-bar'
  | 'figure-alternative'
  | 'link-description'
  | 'font-embedded'
  | 'font-type'
  | 'font-unicode'
  | 'glyph-present'
  | 'colour-for-press'
  | 'colour-converted'
  | 'colour-intent'
  | 'registration-colour'
  | 'black-text'
  | 'black-overprint'
  | 'white-overprint'
  | 'overprint-mode'
  | 'ink-limit'
  | 'ink-unknown'
  | 'image-readable'
  | 'image-resolution'
  | 'line-width'
  | 'page-boxes'
  | 'page-size'
  | 'page-multiple'
  | 'bleed-box'
  | 'bleed-reached'
  | 'text-margin'
  | 'transparency-allowed'
  | 'blend-space'
  | 'device-dependent'

/** What the file says it is. */
export interface Claims {
  /** `PDF/X-4`. */
  readonly press?: string | undefined
  /** `2A`, `3A`. */
  readonly archive?: string | undefined
  readonly accessible: boolean
  /** `True` or `False`, as the XMP packet states it. */
  readonly trapped?: string | undefined
}

/** Limits of the printer. */
export interface PreflightOptions {
  /** The page count must be a multiple of it. */
  readonly multiple: number
  /** Most ink in one place, in percent. */
  readonly ink: number
  /** Least pixels an inch of a picture; twice as many for one of black and white only. */
  readonly resolution: number
  /** Thinnest line, in points. */
  readonly hairline: number
  /** In millimetres. */
  readonly bleed: number
  /** Least distance of text from the trim, in millimetres. */
  readonly margin: number
  /** Text up to this size, in points, is to be black in one ink. */
  readonly smallText: number
}

export interface PreflightFile {
  readonly document: PDFDocument
  readonly claims: Claims
  readonly options: PreflightOptions
  /** Claims PDF/X, or nothing: whoever asks wants to print it. */
  readonly isForPress: boolean
}

export interface PreflightPage {
  /** 1-based. */
  readonly number: number
  readonly page: PDFPage
  readonly boxes: PageBoxes
  readonly content: PageContent
}

/** One look at the file as a whole. */
export type FileCheck = (file: PreflightFile) => Sighting[]

/** One look at a page. The page's number is added. */
export type PageCheck = (page: PreflightPage, file: PreflightFile) => Sighting[] | Promise<Sighting[]>

/** Points in a millimetre. */
export const millimetre = 72 / 25.4
