/** What we use of PDF.js's picture decoders, which have no types of their own. */
declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    width: number
    height: number
    numComponents: number
    /** @throws JpegError when the picture is damaged */
    parse(bytes: Uint8Array): void
    /** One byte a component; CMYK as it is stored, the transform to YCCK undone. */
    getData(options: {
      readonly width: number
      readonly height: number
      readonly isSourcePDF: boolean
    }): Uint8ClampedArray
  }
  export const VerbosityLevel: { readonly ERRORS: number }
  export function setVerbosityLevel(level: number): void
}
