import type { PDFDocument } from '@cantoo/pdf-lib'
import type { PageGeometry, PressMark, Publication } from '../../issue/index.js'
import type { PressInk } from './colour/index.js'

/** What the steps that make a press PDF are told. */
export interface PressJob {
  readonly publication: Publication<unknown>
  readonly geometry: PageGeometry
  readonly ink: PressInk
  /** ICC profile of the press, which the file's output intent embeds. */
  readonly profile: Uint8Array
  /** Its printing condition in the ICC's registry, `FOGRA39`, where it is known. */
  readonly condition?: string | undefined
  readonly marks: readonly PressMark[]
  /** Seconds since 1970: the date of creation and change. */
  readonly date: number
  /** `Kanben 0.1.0`. */
  readonly producer: string
}

/** One small change of the loaded document, in place. The order of steps is the order in `finishPress`. */
export type PressStep = (document: PDFDocument, job: PressJob) => void | Promise<void>
