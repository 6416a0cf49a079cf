import type { LineParagraph, LineStyle, Prohibition } from '../../issue/lines.js'
import { characterClass, isNeverFirst, joins, type CharacterClass } from './character-class.js'
import { KeepTogether } from './keep-together.js'
import { divideWord, type Hyphenate } from './divide-word.js'

/** What is never parted: one ideograph, one mark, one word or a breakable part of one. */
export interface Box {
  readonly kind: CharacterClass
  /** UTF-16 units of the paragraph. */
  readonly from: number
  to: number
  /** Index into the styles. */
  readonly style: number
  /** What must be measured; absent for one ideograph, which is one em, and for a piece, which has its width. */
  text: string | undefined
  /** Px of a piece. */
  readonly width: number
  /** Cost of a line's end after it; infinite where there may be none. */
  breakAfter: number
  /** Cost of a line's end between it and the next part of the same word. */
  readonly inside: number | undefined
  /** A line that ends after it shows a hyphen. */
  readonly hyphen: boolean
  /**
   * Indices of tokens: its own; of a mark, itself twice, and itself with the mark after it; of a space, itself with the
   * letters at its sides, and each of them; the hyphen that it may show. Set by who measures.
   */
  token: number
  twice: number
  withNext: number
  hyphenToken: number
}

const neverBefore = new Set<CharacterClass>(['close', 'inner', 'space'])

export interface SplitOptions {
  /** Divides Latin words; without it they stay whole. */
  readonly hyphenate?: Hyphenate | undefined
  readonly prohibition?: Prohibition | undefined
}

/** Splits a paragraph into boxes and says between which of them a line may end. */
export function splitParagraph(
  paragraph: LineParagraph,
  styles: readonly LineStyle[],
  { hyphenate, prohibition = 'strict' }: SplitOptions = {},
): Box[] {
  const boxes = splitText(paragraph, styles, hyphenate)
  const keep = new KeepTogether(paragraph.text)
  for (let i = 1; i < boxes.length; i++) {
    const before = boxes[i - 1]
    const after = boxes[i]
    if (before && after) before.breakAfter = breakBetween(before, after, keep, styles, prohibition)
  }
  return boxes
}

function box(
  kind: CharacterClass,
  from: number,
  to: number,
  style: number,
  text?: string,
  width = 0,
  inside?: number,
  hyphen = false,
): Box {
  const tokens = { token: -1, twice: -1, withNext: -1, hyphenToken: -1 }
  return { kind, from, to, style, text, width, breakAfter: 0, inside, hyphen, ...tokens }
}

function splitText(
  { text, runs, pieces }: LineParagraph,
  styles: readonly LineStyle[],
  hyphenate: Hyphenate | undefined,
): Box[] {
  const boxes: Box[] = []
  let run = 0
  let piece = 0
  for (let at = 0; at < text.length;) {
    while ((runs[run + 1]?.from ?? Infinity) <= at) run++
    const style = runs[run]?.style ?? 0
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) {
      boxes.push(box('han', at, ++at, style))
      continue
    }
    const end = runs[run + 1]?.from ?? text.length
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const kind = characterClass(character)
    let to = at + character.length
    const last = boxes.at(-1)
    if (kind === 'piece') boxes.push(box(kind, at, to, style, undefined, pieces[piece++] ?? 0))
    else if (kind === 'joined' && last) {
      last.to = to
      if (last.text !== undefined) last.text += character
    } else if (kind === 'han') boxes.push(box(kind, at, to, style))
    else if (kind === 'whole' || kind === 'space') {
      while (to < end && (kind === 'space' ? isSpace(text, to) : text[to] === character)) to++
      boxes.push(box(kind, at, to, style, kind === 'space' ? ' ' : text.slice(at, to)))
    } else if (kind === 'western' || kind === 'joined') {
      while (to < end && isWestern(text, to)) to += width(text, to)
      const { language, hyphens } = styles[style] ?? { language: '' }
      const divisions = divideWord(text.slice(at, to), language, hyphens ? hyphenate : undefined)
      let from = at
      for (const { at: within, cost: price, hyphen } of divisions) {
        boxes.push(box(kind, from, at + within, style, text.slice(from, at + within), 0, price, hyphen))
        from = at + within
      }
      boxes.push(box(kind, from, to, style, text.slice(from, to)))
    } else boxes.push(box(kind, at, to, style, character))
    at = to
  }
  return boxes
}

function isSpace(text: string, at: number): boolean {
  return characterClass(text.charAt(at)) === 'space'
}

const latin = /\p{Script=Latin}/u

function isWestern(text: string, at: number): boolean {
  // An apostrophe: Pasteur’s
  if (text[at] === '’') return latin.test(text.charAt(at - 1)) && latin.test(text.charAt(at + 1))
  const kind = characterClass(String.fromCodePoint(text.codePointAt(at) ?? 0))
  return kind === 'western' || kind === 'joined'
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function breakBetween(
  before: Box,
  after: Box,
  keep: KeepTogether,
  styles: readonly LineStyle[],
  prohibition: Prohibition,
): number {
  const { text } = keep
  if (before.to - before.from > 1 && joins(text.charAt(before.to - 1))) return Infinity
  if (before.kind === 'han' && after.kind === 'han' && before.style === after.style)
    return text.charCodeAt(after.from) < 0x4e00 && isNeverFirst(text.charAt(after.from))
      ? Infinity
      : keep.costAt(after.from)
  if (before.inside !== undefined) return before.inside
  if (before.kind === 'open' || neverBefore.has(after.kind)) return Infinity
  if (after.kind === 'whole' && prohibition === 'strict') return Infinity
  if (styles[after.style]?.call && !styles[before.style]?.call) return Infinity
  if (before.kind === 'space' || (styles[before.style]?.call && !styles[after.style]?.call)) return 0
  const first = text.charAt(after.from)
  const last = text.charAt(before.to - 1)
  if (isNeverFirst(first) || last === '\u00a0' || first === '\u00a0') return Infinity
  if (prohibition !== 'basic' && (last === '/' || last === '／')) return Infinity
  if (before.kind === 'western' && after.kind === 'western') return Infinity
  if (after.kind === 'western' && /[,.;:!?)\]}%’”'"‐-–/]/u.test(first)) return Infinity
  if (before.kind === 'western' && /[([{$£¥‘“]/u.test(last)) return Infinity
  if (before.kind === 'piece' && after.kind === 'western') return Infinity
  if (before.kind === 'western' && after.kind === 'piece') return Infinity
  return keep.costAt(after.from)
}
