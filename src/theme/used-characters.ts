import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { Assets, Publication } from '../issue/index.js'
import { runningHeads } from './running-heads.js'

/** Code points by what sets them: mathematics, code, and everything. */
export interface UsedCharacters {
  readonly all: ReadonlySet<number>
  readonly math: ReadonlySet<number>
  readonly code: ReadonlySet<number>
}

// What style sheets, running heads, folios and page references add to the text: ASCII, note numbers, marks, and the words
// around a folio. Page numbers are filled in after the fonts are cut.
const ALWAYS =
  Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)).join('') +
  ' ·–—…“”‘’•■◆▲△●○☐☑、。，：；？！（）〔〕《》〈〉【】' +
  '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿' +
  '第页年期卷总月日目次版权本刊图表式上接下转续〇一二三四五六七八九十'

/**
 * Every character the pages of a publication can show: those of its text, its running heads, its SVG pictures.
 *
 * @param words what a later stage adds to the text
 */
export function usedCharacters(
  publication: Publication<Root>,
  assets: Assets = new Map(),
  words = '',
): UsedCharacters {
  const all = new Set(codePoints(ALWAYS + words))
  const math = new Set<number>()
  const code = new Set<number>()
  const decoder = new TextDecoder()
  for (const asset of assets.values()) {
    if (asset.mediaType === 'image/svg+xml')
      addAll(all, codePoints(decodeReferences(decoder.decode(asset.bytes))))
  }
  for (const text of strings([...runningHeads(publication).values()])) addAll(all, codePoints(text))
  for (const text of strings(publication.metadata)) addAll(all, codePoints(text))
  for (const part of publication.parts) {
    for (const text of strings([part.title, part.section, part.article])) addAll(all, codePoints(text))
    visit(part.content, (node) => {
      if (node.type === 'text') addAll(all, codePoints(node.value))
      if (node.type !== 'element') return undefined
      if (node.tagName === 'math') return collect(node, math)
      if (isCode(node)) return collect(node, code)
      return undefined
    })
  }
  // Annotations of a formula are not shown, but text inside it falls back to the song face.
  addAll(all, math)
  addAll(all, code)
  addAll(math, [...math].flatMap(italics))
  return { all, math, code }
}

function collect(element: Element, into: Set<number>): typeof SKIP {
  visit(element, (node) => {
    if (node.type === 'text') addAll(into, codePoints(node.value))
    // Browsers draw the radical themselves.
    else if (node.type === 'element' && /^(msqrt|mroot)$/.test(node.tagName)) into.add(0x221a)
  })
  return SKIP
}

/** Elements that the role mono sets. */
export function isCode(element: Element): boolean {
  return ['code', 'pre', 'kbd', 'samp'].includes(element.tagName)
}

/** Browsers draw a one-letter `mi` with the letter's mathematical italic (MathML Core, math-auto). */
function italics(codePoint: number): number[] {
  if (codePoint === 0x68) return [0x210e]
  if (codePoint >= 0x41 && codePoint <= 0x5a) return [0x1d434 + codePoint - 0x41]
  if (codePoint >= 0x61 && codePoint <= 0x7a) return [0x1d44e + codePoint - 0x61]
  if (codePoint >= 0x391 && codePoint <= 0x3a9) return [0x1d6e2 + codePoint - 0x391]
  if (codePoint >= 0x3b1 && codePoint <= 0x3c9) return [0x1d6fc + codePoint - 0x3b1]
  return []
}

/** An SVG's text may write a character as `&#x5317;`. */
export function decodeReferences(xml: string): string {
  return xml.replace(
    /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi,
    (reference, hex?: string, decimal?: string) => {
      const codePoint = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : reference
    },
  )
}

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'number') yield String(value)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* strings(part)
}

/** Code points of a text. */
export function* codePoints(text: string): Generator<number> {
  for (const character of text) yield character.codePointAt(0) ?? 0
}

function addAll(set: Set<number>, values: Iterable<number>): void {
  for (const value of values) set.add(value)
}
