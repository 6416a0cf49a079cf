import type { SubsetFace } from '../../issue/index.js'

/** `@font-face` rules for the faces, whose files lie beside the style sheet. */
export function fontFaceCss(faces: readonly SubsetFace[]): string {
  return faces
    .map(
      (face) =>
        `@font-face { font-family: "${face.family}"; font-weight: ${face.weight}; font-style: ${face.style}; ` +
        `${face.unicodeRange === undefined ? '' : `unicode-range: ${face.unicodeRange}; `}` +
        `src: url("${face.fileName}") format("truetype") }`,
    )
    .join('\n')
}
