import type { PDFDocument } from '@cantoo/pdf-lib'
import type { PageGeometry, Pagination, Publication } from '../../issue/index.js'
import type { OutlineEntry } from '../outline-entry.js'
import type { Tags } from '../tags/index.js'

/** What the steps of finishing are told. */
export interface FinishingJob {
  readonly publication: Publication<unknown>
  readonly pagination: Pagination
  readonly geometry: PageGeometry
  readonly outline: readonly OutlineEntry[]
  /** Absent for a file that was printed without tags. */
  readonly tags?: Tags | undefined
  /** Seconds since 1970: the date of creation and change. */
  readonly date: number
  /** `Kanben 0.1.0`. */
  readonly producer: string
}

/** One small change of the loaded document, in place. The order of steps is the order in `finishReading`. */
export type FinishingStep = (document: PDFDocument, job: FinishingJob) => void | Promise<void>
