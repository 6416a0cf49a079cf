import type { Galley, PageGeometry, PagePlan, Place } from '../issue/index.js'

/** What stands outside the type area of one sheet. Absent: nothing there. */
export interface RunningMatter {
  readonly head?: string | undefined
  readonly folio?: string | undefined
}

export interface MakeupOptions {
  readonly geometry: PageGeometry
  readonly galleys: readonly Galley[]
  readonly plan: PagePlan
  /** By sheet, in the order of the plan. */
  readonly running: readonly RunningMatter[]
  /** Ids of parts that fill whole sheets, outside the type area: covers. */
  readonly wholeSheets: readonly string[]
  /** By id of a part whose rest stands elsewhere: shown where it begins. */
  readonly titles?: Readonly<Record<string, string>> | undefined
  /** Hundredths of a unit, as the composer counted them. */
  readonly notes: { readonly separator: number; readonly gap: number }
  /** ①②③ begin anew on every page, or run through the article. */
  readonly noteNumbers: 'page' | 'article'
  /** Draws 版心 and the lines of the grid over every page. */
  readonly showGrid?: boolean | undefined
}

/** What went wrong while making up. Each is a mistake of ours or of the theme, never a reason to print in silence. */
export interface MakeupProblem {
  readonly kind:
    | 'lines-changed' // a paragraph that was cut breaks into other lines than the galley's
    | 'moved' // a block does not stand where the plan has it
    | 'overflow' // text beyond its frame
    | 'overlap' // two frames of a page share room
    | 'text-changed' // text lost, doubled or out of order
    | 'off-grid' // a body line beside the grid
    | 'missing' // the plan names what the document does not have
  readonly article: string
  readonly place?: Place | undefined
  /** 1-based sheet. */
  readonly sheet?: number | undefined
  readonly detail: string
}

/** Where the running text of a sheet begins. */
export interface PageStart {
  /** Id of the part. */
  readonly part: string
  /** Local id of the element that is cut, or stands first; where it has none, its `data-source`. Neither: the part. */
  readonly id?: string | undefined
  readonly source?: string | undefined
  /** UTF-16 units of that element's text before the sheet, white space and `.page-number` not counted. */
  readonly offset?: number | undefined
}

export interface MakeupReport {
  readonly sheets: number
  /** By sheet; absent where no text runs: covers, blank sheets, sheets of figures alone. */
  readonly starts: readonly (PageStart | null)[]
  /** 0-based sheet of every id in the document. */
  readonly sheetOf: Readonly<Record<string, number>>
  /** Paragraphs, code blocks and notes that were cut. */
  readonly cuts: number
  readonly bodyLines: number
  /** Greatest distance of a body line from the grid, in pt. */
  readonly gridDeviation: number
  readonly notes: number
  /** Notes whose text begins on another sheet than their call. */
  readonly notesAway: number
  readonly problems: readonly MakeupProblem[]
}

/** What `locateIds` needs. */
export interface LocateRequest {
  readonly galleys: readonly Galley[]
  readonly plan: PagePlan
}

/** What the in-page half gets: `MakeupOptions` in bare px. */
export interface MakeupRequest {
  readonly pitch: number
  readonly column: number
  readonly gap: number
  readonly measure: number
  readonly lines: number
  readonly sheetWidth: number
  readonly sheetHeight: number
  /** Top of the type area, and its left edge on right-hand and left-hand pages. */
  readonly top: number
  readonly left: { readonly recto: number; readonly verso: number }
  readonly galleys: readonly Galley[]
  readonly plan: PagePlan
  readonly running: readonly RunningMatter[]
  readonly wholeSheets: readonly string[]
  readonly titles?: Readonly<Record<string, string>> | undefined
  readonly notes: { readonly separator: number; readonly gap: number }
  readonly noteNumbers: 'page' | 'article'
  readonly showGrid: boolean
}
