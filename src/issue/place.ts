/** A point in a manuscript file. Lines and columns are 1-based, as in unist; columns count UTF-16 units. */
export interface Place {
  /** Path relative to the folder, with forward slashes. */
  readonly file: string
  readonly line: number
  readonly column: number
}
