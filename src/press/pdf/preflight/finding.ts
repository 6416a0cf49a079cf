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
  /** What was found: a font's name, a box, a size. */
  readonly detail?: string | undefined
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
  | 'page-boxes'
  | 'page-multiple'

/** What the file says it is. */
export interface Claims {
  /** `PDF/X-4`. */
  readonly press?: string | undefined
  /** `2A`, `3A`. */
  readonly archive?: string | undefined
  readonly accessible: boolean
}

export interface PreflightOptions {
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
