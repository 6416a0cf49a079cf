/** Pages printed for the press, not yet finished. */
export interface PressPages {
  readonly bytes: Uint8Array
  /** Pictures of ink by the colour of what stands for each on the pages: `3,0,1`. */
  readonly originals: ReadonlyMap<string, Uint8Array>
}
