import type { SubsetFace } from '../issue/index.js'

/**
 * The faces whose family some `font-family` or `font` declaration of the style sheet names, directly or through
 * custom properties. A family that only a custom property mentions, and nothing uses, is left out of the package.
 */
export function usedFaces(css: string, faces: readonly SubsetFace[]): SubsetFace[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')
  const properties = new Map<string, string[]>()
  const used: string[] = []
  for (const [, name = '', value = ''] of plain.matchAll(
    /(?<![\w-])(--[\w-]+|font-family|font)\s*:\s*([^;{}]+)/g,
  )) {
    if (name.startsWith('--')) properties.set(name, [...(properties.get(name) ?? []), value])
    else used.push(value)
  }
  const seen = new Set<string>()
  for (const value of used) {
    for (const [, property = ''] of value.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (seen.has(property)) continue
      seen.add(property)
      // Grows the list under iteration: a property may refer to further ones.
      used.push(...(properties.get(property) ?? []))
    }
  }
  return faces.filter(({ family }) => used.some((value) => mentions(value, family)))
}

function mentions(value: string, family: string): boolean {
  // In the `font` shorthand the first family follows the size.
  return value.split(',').some((name) => ` ${name.replace(/["']/g, ' ').trim()}`.endsWith(` ${family}`))
}

/** `@font-face` rules for faces that lie in `fonts/`, beside the style sheet. */
export function fontFaceRules(faces: readonly SubsetFace[]): string {
  return faces
    .map(({ family, weight, style, unicodeRange, fileName }) => {
      const range = unicodeRange === undefined ? '' : ` unicode-range: ${unicodeRange};`
      return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; src: url(fonts/${fileName});${range} }\n`
    })
    .join('')
}
