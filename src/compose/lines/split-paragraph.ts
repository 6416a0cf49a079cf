import type { LineParagraph, LineStyle, Prohibition } from '../../issue/lines.js'
import { never, type Box } from './box.js'
import { characterClass, isNeverFirst, joins, type CharacterClass } from './character-class.js'
import type { Hyphenate } from './divide-word.js'
import { KeepTogether } from './keep-together.js'
import { WordDivider } from './word-divider.js'

const neverBefore = new Set<CharacterClass>(['close', 'inner', 'space'])

/** 连接号 that stand alone: one dash joins, two are a 破折号; a hyphen with a number after it is its sign. */
const connectors = new Set(['—', '―', '-', '~'])

export interface SplitOptions {
  /** Divides Latin words; without it they stay whole. */
  readonly hyphenate?: Hyphenate | undefined
  /** Divides them further where every other solution leaves a line loose. */
  readonly hyphenateAtLast?: Hyphenate | undefined
  readonly prohibition?: Prohibition | undefined
}

/**
 * Splits a paragraph into boxes and says between which of them a line may end.
 *
 * @param divider what is known of words, where several paragraphs share it
 */
export function splitParagraph(
  paragraph: LineParagraph,
  styles: readonly LineStyle[],
  { hyphenate, hyphenateAtLast, prohibition = 'strict' }: SplitOptions = {},
  divider = new WordDivider(hyphenate, hyphenateAtLast),
): Box[] {
  const boxes = splitText(paragraph, styles, divider)
  const keep = new KeepTogether(paragraph.text)
  for (let i = 1; i < boxes.length; i++) {
    const before = boxes[i - 1]
    const after = boxes[i]
    if (before && after) before.breakAfter = breakBetween(before, after, keep, styles, prohibition)
  }
  return boxes
}

/** Written out field by field: there is one for every ideograph of an issue. */
function box(
  kind: CharacterClass,
  from: number,
  to: number,
  style: number,
  text?: string,
  piece = -1,
  inside?: number,
  hyphen = false,
): Box {
  return { kind, from, to, style, text, piece, breakAfter: 0, inside, hyphen, tokens: undefined }
}

function splitText({ text, runs }: LineParagraph, styles: readonly LineStyle[], divider: WordDivider): Box[] {
  const boxes: Box[] = []
  let run = -1
  let piece = 0
  let style = 0
  let end = 0
  for (let at = 0; at < text.length;) {
    while (end <= at) {
      run++
      style = runs[run]?.style ?? style
      end = runs[run + 1]?.from ?? text.length
    }
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) {
      boxes.push(box('han', at, ++at, style))
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const kind = characterClass(character)
    let to = at + character.length
    const last = boxes.at(-1)
    if (kind === 'piece') boxes.push(box(kind, at, to, style, undefined, piece++))
    else if (kind === 'joined' && last) {
      last.to = to
      if (last.text !== undefined) last.text += character
    } else if (kind === 'han') boxes.push(box(kind, at, to, style))
    else if (kind === 'whole' || kind === 'space') {
      while (to < end && (kind === 'space' ? isSpace(text, to) : text[to] === character)) to++
      boxes.push(box(kind, at, to, style, kind === 'space' ? ' ' : text.slice(at, to)))
    } else if (kind === 'western' || kind === 'joined') {
      while (to < end && isWestern(text, to)) to += width(text, to)
      const { language = '', hyphens } = styles[style] ?? {}
      const divisions = divider.divide(text.slice(at, to), language, hyphens ?? false)
      let from = at
      for (const { at: within, cost: price, hyphen } of divisions) {
        boxes.push(box(kind, from, at + within, style, text.slice(from, at + within), -1, price, hyphen))
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
  if (before.to - before.from > 1 && joins(text.charAt(before.to - 1))) return never
  if (before.kind === 'han' && after.kind === 'han' && before.style === after.style)
    return text.charCodeAt(after.from) < 0x4e00 && isNeverFirst(text.charAt(after.from))
      ? never
      : keep.costAt(after.from)
  if (before.inside !== undefined) return before.inside
  if (before.kind === 'open' || neverBefore.has(after.kind)) return never
  if (after.kind === 'whole' && prohibition === 'strict') return never
  if (connectors.has(after.text ?? '')) return never
  if (styles[after.style]?.call && !styles[before.style]?.call) return never
  if (before.kind === 'space') return keep.costAt(after.from)
  const first = text.charAt(after.from)
  const last = text.charAt(before.to - 1)
  if (styles[before.style]?.call && !styles[after.style]?.call)
    // A formula goes on after its index, H₂O; a note's ① or [1] ends a word.
    return /[\p{L}\d]/u.test(last) && after.kind === 'western' ? never : 0
  if (isNeverFirst(first) || last === '\u00a0' || first === '\u00a0') return never
  if (prohibition !== 'basic' && (last === '/' || last === '／')) return never
  if (before.kind === 'western' && after.kind === 'western') return never
  if (after.kind === 'western' && /[,.;:!?)\]}%’”'"‐-–/]/u.test(first)) return never
  if (before.kind === 'western' && /[([{$£¥‘“]/u.test(last)) return never
  if (before.kind === 'piece' && after.kind === 'western') return never
  if (before.kind === 'western' && after.kind === 'piece') return never
  return keep.costAt(after.from)
}
