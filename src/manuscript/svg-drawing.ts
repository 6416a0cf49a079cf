import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { Point } from 'unist'
import type { Bilingual } from '../diagnostics/index.js'
import { PX_PER_MM } from '../issue/index.js'
import { svgProblem } from './svg-problem.js'

/** What an SVG's text says, or what is wrong with it. Places are in the SVG's own text. */
export type SvgDrawing =
  | { readonly kind: 'malformed'; readonly place: Point; readonly problem: string }
  | {
      readonly kind: 'drawing'
      /** Natural size in CSS px; `undefined` when the drawing does not say it. */
      readonly size: { readonly width: number; readonly height: number } | undefined
      readonly problems: readonly { readonly place: Point; readonly problem: Bilingual }[]
    }

const start: Point = { line: 1, column: 1 }

/** Reads an SVG: well-formed XML, its size, and everything in it that would run or fetch something. */
export function readSvg(text: string): SvgDrawing {
  const tree = parse(text)
  if (tree.kind === 'malformed') return tree
  const root = tree.root.children.find((node) => node.type === 'element')
  const place = root?.position?.start ?? start
  if (root?.name !== 'svg') {
    return { kind: 'malformed', place, problem: 'its first element is not <svg>' }
  }
  if (root.attributes['xmlns'] !== 'http://www.w3.org/2000/svg') {
    return { kind: 'malformed', place, problem: '<svg> lacks xmlns="http://www.w3.org/2000/svg"' }
  }
  return { kind: 'drawing', size: naturalSize(root), problems: findProblems(tree.root) }
}

function parse(text: string): { kind: 'tree'; root: Root } | Extract<SvgDrawing, { kind: 'malformed' }> {
  try {
    return { kind: 'tree', root: fromXml(text) }
  } catch (error) {
    if (error instanceof RangeError) {
      return { kind: 'malformed', place: start, problem: 'elements are nested too deeply' }
    }
    if (!(error instanceof Error)) throw error
    const { cause } = error
    const { line = 1, column = 1 } = 'line' in error ? (error as { line?: number; column?: number }) : {}
    // The parser's message goes on with the place and an excerpt, which the report shows in its own way.
    const problem = (cause instanceof Error ? cause.message : error.message).replace(/ \(line .*/s, '')
    return { kind: 'malformed', place: { line, column }, problem }
  }
}

function findProblems(root: Root): { place: Point; problem: Bilingual }[] {
  const problems: { place: Point; problem: Bilingual }[] = []
  const waiting: (Root | Root['children'][number] | Element['children'][number])[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const problem of svgProblem(node)) problems.push({ place: node.position?.start ?? start, problem })
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
  return problems
}

/** CSS Images 3 §4.2: width and height, one of them by the viewBox's ratio, or the viewBox itself. */
function naturalSize({ attributes }: Element): { width: number; height: number } | undefined {
  const width = pixels(attributes['width'])
  const height = pixels(attributes['height'])
  if (width !== undefined && height !== undefined) return { width, height }
  const box = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , boxWidth = 0, boxHeight = 0] = box
  if (box.length !== 4 || !(boxWidth > 0 && boxHeight > 0)) return undefined
  if (width !== undefined) return { width, height: (width * boxHeight) / boxWidth }
  if (height !== undefined) return { width: (height * boxWidth) / boxHeight, height }
  return { width: boxWidth, height: boxHeight }
}

/** CSS px in one unit (CSS Values 4 §6.2). */
const units = { '': 1, px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 96 / 2.54, mm: PX_PER_MM, q: 96 / 101.6 }

function pixels(length: string | null | undefined): number | undefined {
  const match = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '')
  const unit = match?.[2]?.toLowerCase() ?? ''
  const value = Number(match?.[1])
  return match && Object.hasOwn(units, unit) && value > 0 ? value * units[unit as keyof typeof units] : undefined
}
