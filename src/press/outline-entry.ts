/** An entry of the PDF's outline (书签). */
export interface OutlineEntry {
  readonly title: string
  /** Id of the element it leads to. */
  readonly target: string
  readonly children: readonly OutlineEntry[]
}
