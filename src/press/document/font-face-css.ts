import type { SubsetFace } from '../../issue/index.js'

/**
 * `@font-face` rules for the faces, whose files lie beside the style sheet.
 *
 * A face whose ascent and descent together are higher than the line it stands in is painted beyond the line's box: at
 * the head of a page Chromium paints such a line a second time below the foot of the page before, where it is not seen
 * but is extracted. The theme gives its faces metrics of one em for that reason.
 */
export function fontFaceCss(faces: readonly SubsetFace[]): string {
  return faces
    .map((face) => {
      const range = face.unicodeRange === undefined ? '' : `unicode-range: ${face.unicodeRange}; `
      return (
        `@font-face { font-family: "${face.family}"; font-weight: ${face.weight}; font-style: ${face.style}; ` +
        `${range}src: url("${face.fileName}") format("truetype") }`
      )
    })
    .join('\n')
}
