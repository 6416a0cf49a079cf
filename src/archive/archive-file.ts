/** One file on its way into or out of an archive. */
export interface ArchiveFile {
  /** With forward slashes, never absolute, without `.` and `..`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A text as a file in UTF-8. */
export function textFile(name: string, text: string): ArchiveFile {
  return { name, bytes: new TextEncoder().encode(text) }
}

/** Files in the order of their names' code units: the same on every machine. */
export function byName<File extends { readonly name: string }>(files: readonly File[]): File[] {
  return files.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
