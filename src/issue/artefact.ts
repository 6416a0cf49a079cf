/** A finished file, still in memory; it is written beside its place and renamed, so that it appears whole or not at all. */
export interface Artefact {
  readonly kind: 'reading' | 'ebook' | 'report'
  /** File name in the output folder. */
  readonly name: string
  readonly bytes: Uint8Array
}
