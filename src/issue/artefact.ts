/** A finished file, still in memory; it is written beside its place and renamed, so that it appears whole or not at all. */
export interface Artefact {
  readonly kind: 'reading' | 'press' | 'ebook' | 'archive' | 'report'
  /** File name in the output folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A finished folder, still in memory; it takes its place in one step, like a file. */
export interface FolderArtefact {
  readonly kind: 'web' | 'archive'
  /** Folder name in the output folder. */
  readonly name: string
  readonly files: readonly {
    /** Relative to the folder, with forward slashes. */
    readonly name: string
    readonly bytes: Uint8Array
  }[]
}
