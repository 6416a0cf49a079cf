import type { PDFDocument } from '@cantoo/pdf-lib'

/** A place on a page, in points from the page's lower left corner of its media box: left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

/** Something that a printer or a library would send the file back for, or ask about. */
export interface Finding {
  /** Name of the expectation that is not met. */
  readonly rule: PreflightRule
  readonly severity: 'error' | 'warning'
  /** First page, 1-based; absent for the file as a whole. */
  readonly page?: number | undefined
  readonly box?: Box | undefined
  /** What was found: a font's name, a resolution, a colour. */
  readonly detail?: string | undefined
  /** Pages on which the same was found. */
  readonly pages?: number | undefined
}

export type PreflightRule =
  | 'pdf-readable'
  | 'document-language'
  | 'output-intent'
  | 'file-identifier'
  | 'tags-marked'
  | 'title-in-bar'
  | 'figure-alternative'
  | 'link-description'
  | 'font-embedded'
  | 'font-type'
  | 'font-unicode'
  | 'no-rgb'
  | 'black-text'
  | 'overprint-black'
  | 'ink-limit'
  | 'image-resolution'
  | 'line-width'
  | 'page-boxes'
  | 'bleed-reached'
  | 'text-within-trim'
  | 'transparency'
  | 'page-multiple'
  | 'no-actions'

/** What the file says it is. */
export interface Claims {
  /** `PDF/X-4`. */
  readonly press?: string | undefined
  /** `2A`, `3A`. */
  readonly archive?: string | undefined
  readonly accessible: boolean
}

export interface PreflightOptions {
  /** Per cent of ink that may lie on one another. */
  readonly inkLimit: number
  /** Pixels per inch below which pictures are too coarse. */
  readonly resolution: number
  /** The page count must be a multiple of it. */
  readonly multiple: number
}

export interface PreflightFile {
  readonly document: PDFDocument
  readonly claims: Claims
  readonly options: PreflightOptions
}

/** One look at the file. */
export type PreflightCheck = (file: PreflightFile) => Finding[]
