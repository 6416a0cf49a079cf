declare module 'fontverter' {
  /** @throws when the signature is unknown or the compressed data is broken */
  export function convert(font: Buffer, to: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
}

declare module 'subset-font' {
  /** Keeps the glyphs of `text`, their layout closure and all layout features; same bytes for the same input. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'truetype' | 'woff2'
      /** Values at which axes of a variable font are pinned. */
      readonly variationAxes?: Readonly<Record<string, number>>
    },
  ): Promise<Buffer>
}
