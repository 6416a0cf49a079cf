import type { Target } from '../issue/index.js'

/**
 * How a cross reference names its target: 图1, 表2, 式（1）, and headings and boxes by their titles in quotation marks.
 * Numbers count within one article, so that a reference from another article names that article in its sentence.
 */
export function targetLabel(target: Target): string {
  switch (target.kind) {
    case 'figure':
      return target.number === undefined ? `“${target.title}”` : `图${target.number}`
    case 'table':
      return target.number === undefined ? `“${target.title}”` : `表${target.number}`
    case 'equation':
      return `式（${target.number ?? ''}）`
    default:
      return `“${target.title}”`
  }
}
