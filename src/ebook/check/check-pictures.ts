import type { Root } from 'xast'
import type { Finding } from './finding.js'
import { elementsOf, type Book } from './open-book.js'

/** Words that editors and tools leave where a description should stand. */
const placeholders =
  /^(?:image|img|picture|photo|figure|fig|alt|placeholder|todo|untitled|图|图片|图像|插图|照片|配图|示意图|待补|替代文字)?[\s\d.:：_-]*$/i
const fileName = /\.(?:png|jpe?g|gif|webp|svg|tiff?)$/i

/** Names that HTML parsers lower-case and SVG then ignores (SVG 2 is case-sensitive). */
const cased = new Map(
  (
    'viewBox preserveAspectRatio gradientUnits gradientTransform patternUnits patternTransform patternContentUnits ' +
    'clipPathUnits maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY textLength lengthAdjust ' +
    'startOffset spreadMethod stdDeviation baseFrequency numOctaves tableValues attributeName repeatCount pathLength ' +
    'linearGradient radialGradient clipPath textPath foreignObject feGaussianBlur feColorMatrix feOffset feMerge ' +
    'feMergeNode feBlend feComposite feFlood animateTransform animateMotion'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
)

/** Pictures are described by more than a placeholder, ornaments are marked as such, and SVG names keep their case. */
export function checkPictures({ documents, pictures }: Book): Finding[] {
  return [
    ...[...documents].flatMap(([file, root]) => checkAlternatives(file, root)),
    ...[...documents, ...pictures].flatMap(([file, root]) => checkCase(file, root)),
  ]
}

function checkAlternatives(file: string, root: Root): Finding[] {
  return elementsOf(root, 'img').flatMap(({ attributes: { alt, role, src } }): Finding[] => {
    if (alt === undefined || alt === null)
      return [{ rule: 'alt-present', file, message: `${src} has no alt` }]
    if (role === 'presentation') return []
    if (!placeholders.test(alt.trim()) && !fileName.test(alt.trim())) return []
    return [{ rule: 'alt-meaningful', file, message: `“${alt}” does not describe ${src}` }]
  })
}

function checkCase(file: string, root: Root): Finding[] {
  return elementsOf(root, 'svg')
    .flatMap((svg) => elementsOf(svg))
    .flatMap(({ name, attributes }) => [name, ...Object.keys(attributes)])
    .flatMap((name): Finding[] => {
      const right = cased.get(name)
      return right === undefined
        ? []
        : [{ rule: 'svg-names-cased', file, message: `${name} must be written ${right}` }]
    })
}
