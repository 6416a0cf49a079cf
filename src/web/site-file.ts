/** One file of the site. */
export interface SiteFile {
  /** Relative to the site's folder, with forward slashes; ASCII, unique whatever the case. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** A text as a file in UTF-8. */
export function textFile(name: string, text: string): SiteFile {
  return { name, bytes: new TextEncoder().encode(text) }
}
