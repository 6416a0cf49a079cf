/** A picture of the issue, read and checked once; trees refer to it by `path`. */
export interface Asset {
  /** Relative to the folder, with forward slashes, as `img[src]` has it. */
  readonly path: string
  readonly mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  /** Natural size in CSS px. */
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** By `path`. */
export type Assets = ReadonlyMap<string, Asset>
