import type { SubsetFace } from '../issue/index.js'

/** `@font-face` rules for faces in `fonts/`; the text shows in a face of the reader's until they are there. */
export function fontFaceRules(faces: readonly SubsetFace[]): string {
  return faces
    .map(({ family, weight, style, unicodeRange, fileName }) => {
      const range = unicodeRange === undefined ? '' : ` unicode-range: ${unicodeRange};`
      return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; font-display: swap; src: url(fonts/${fileName});${range} }\n`
    })
    .join('')
}
