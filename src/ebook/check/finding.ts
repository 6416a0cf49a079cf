/** What is wrong with a finished ebook: always a fault of ours, or of what was done to the file afterwards. */
export interface Finding {
  /** The expectation that is not met. */
  readonly rule: string
  /** Path inside the container. */
  readonly file: string
  readonly message: string
}
