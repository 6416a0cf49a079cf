/** A picture that the browser drew. */
export interface DrawnPicture {
  readonly mediaType: 'image/png' | 'image/jpeg'
  /** Px. */
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}
