/** What a page says about itself to programs. */
export interface PageHead {
  /** `meta` elements in order. */
  readonly metas: readonly {
    readonly name: string
    readonly content: string
    readonly lang?: string | undefined
  }[]
  /** schema.org as JSON-LD. */
  readonly linkedData: unknown
  /** Citations of the page in the formats of reference managers, and the citation as a sentence. */
  readonly citations: readonly CitationFile[]
  readonly citation?: string | undefined
}

export interface CitationFile {
  /** `RIS`, as a reader sees it. */
  readonly label: string
  readonly mediaType: string
  /** Without a dot. */
  readonly extension: string
  readonly text: string
}
