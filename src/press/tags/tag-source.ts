/** What the tags of the file need to know of one element of the document, before it was cut to pages. */
export interface TagSource {
  /** Index of the nearest ancestor among the sources; -1 for the parts of the publication. */
  readonly parent: number
  /** Standard structure type (ISO 32000-1, 14.8.4), or `Em`, `Strong`, which the role map leads to `Span`. */
  readonly type: string
  /** Language of its own (14.9.2). */
  readonly language?: string | undefined
  /** Alternative text (14.9.3). */
  readonly alternative?: string | undefined
  /** What the browser writes as the element's language: by it the element is known again in the printed file. */
  readonly mark: string
  /** A link: its tag, if it is not `Link`, holds one. */
  readonly link?: boolean | undefined
  /** The file paints marks among its text (着重号): its tag states the text without them. */
  readonly dotted?: boolean | undefined
  /** Its id in the document, for notes. */
  readonly id?: string | undefined
  /** Index of the source of the note that it calls first. */
  readonly note?: number | undefined
}

/** Elements of the printed document in its order, each by the index of its source; one that was cut stands there again. */
export interface TagOrder {
  readonly sources: readonly number[]
  /** Text of the links and of text with dots, by index of source. */
  readonly texts: ReadonlyMap<number, string>
  /** Stretches of text that were hidden from the browser's tags, by index of source: how many. */
  readonly joined: ReadonlyMap<number, number>
}

/** Everything by which the printed file's tags are put in the order of the manuscript. */
export interface Tags {
  readonly sources: readonly TagSource[]
  readonly order: TagOrder
}
