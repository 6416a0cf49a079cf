import type { SubsetFace } from '../../issue/index.js'

/**
 * `@font-face` rules for the faces, whose files lie beside the style sheet.
 *
 * Every face is given the em box of Han type, 0.88 em above the base line and 0.12 em below it. With the faces' own
 * metrics (Noto's are 1.44 em high) a word in another face makes its line higher than the pitch, and a line at the
 * head of a page is painted a second time below the foot of the page before, where it is not seen but is extracted.
 */
export function fontFaceCss(faces: readonly SubsetFace[]): string {
  return faces
    .map(
      (face) =>
        `@font-face { font-family: "${face.family}"; font-weight: ${face.weight}; font-style: ${face.style}; ` +
        `${face.unicodeRange === undefined ? '' : `unicode-range: ${face.unicodeRange}; `}` +
        'ascent-override: 88%; descent-override: 12%; line-gap-override: 0%; ' +
        `src: url("${face.fileName}") format("truetype") }`,
    )
    .join('\n')
}
