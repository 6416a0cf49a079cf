import type { PageGeometry } from '../issue/index.js'

/** How a part of the publication is set. */
export type PartSetting =
  /** In columns; what is wide and the opener stand across them. Articles. */
  | 'columns'
  /** Everything across the whole measure. 目次, 版权页. */
  | 'measure'
  /** One whole sheet as it is, outside the type area. Covers. */
  | 'sheet'

export interface GalleyPart {
  /** Id of the part's element. */
  readonly id: string
  /** Manuscript file, relative to the folder. */
  readonly file?: string | undefined
  readonly setting: PartSetting
}

export interface GalleyOptions {
  readonly geometry: PageGeometry
  /** In the order of the document. */
  readonly parts: readonly GalleyPart[]
  /** Where notes stand, and so the measure they are set at. */
  readonly notesAt: 'column' | 'page'
  /** `page`: notes begin again with ① on every page, so that their marks are not known yet and count as ①. */
  readonly noteNumbers: 'page' | 'article'
}

/** What the in-page half gets: `GalleyOptions` in bare px. */
export interface GalleyRequest {
  readonly pitch: number
  readonly column: number
  readonly measure: number
  /** Units of the type area. */
  readonly lines: number
  readonly sheetHeight: number
  readonly parts: readonly GalleyPart[]
  readonly notesAt: 'column' | 'page'
  readonly noteNumbers: 'page' | 'article'
}
