/** What `markDocument` put marks on, in the order of the text. Marks are ids of elements. */
export interface MarkedDocument {
  readonly lines: readonly MarkedLine[]
  /** Figures and tables, with their first reference if they have one. */
  readonly floats: readonly MarkedPair[]
  /** Notes, with their first call. */
  readonly notes: readonly MarkedPair[]
}

/** A line as the browser sets it. */
export interface MarkedLine {
  readonly mark: string
  readonly isHeading: boolean
  /** 0-based in its block, and how many lines the block has. */
  readonly index: number
  readonly count: number
  /** It begins a line of body text, whose place on the grid can be told. */
  readonly isBody: boolean
}

export interface MarkedPair {
  readonly mark: string
  readonly from: string | undefined
}
