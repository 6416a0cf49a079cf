import type { LineParagraph, LineStyle } from '../../issue/lines.js'
import { characterClass, isNeverFirst, type CharacterClass } from './character-class.js'

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
  /** Indices of tokens: its own; of a mark, itself twice, and itself with the mark after it. Set by who measures. */
  token: number
  twice: number
  withNext: number
}

/** Costs of breaks that are legal and ugly. */
const cost = { unit: 60, address: 40, hyphen: 25, anywhere: 400 } as const

/** Units that stay with their number, and words that stay with the number after them (图1, 第3期). */
const units = new Set('年月日时分秒期卷号页章节条款项个元万亿人次倍岁届世度米')
const counted = new Set('第图表式约近达')

const address = /^(https?:\/\/|www\.|doi:|10\.\d{4,}\/)/i
/** Longer words may break anywhere when nothing else helps, as the browser would. */
const longWord = 24

const neverBefore = new Set<CharacterClass>(['close', 'whole', 'inner', 'space'])

/** Splits a paragraph into boxes and says between which of them a line may end. */
export function splitParagraph(paragraph: LineParagraph, styles: readonly LineStyle[]): Box[] {
  const boxes = splitText(paragraph)
  for (let i = 1; i < boxes.length; i++) {
    const before = boxes[i - 1]
    const after = boxes[i]
    if (before && after) before.breakAfter = breakBetween(before, after, paragraph.text, styles)
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
): Box {
  return { kind, from, to, style, text, width, breakAfter: 0, inside, token: -1, twice: -1, withNext: -1 }
}

function splitText({ text, runs, pieces }: LineParagraph): Box[] {
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
      pushWord(boxes, text, at, to, style)
    } else boxes.push(box(kind, at, to, style, character))
    at = to
  }
  return boxes
}

function isSpace(text: string, at: number): boolean {
  return characterClass(text.charAt(at)) === 'space'
}

function isWestern(text: string, at: number): boolean {
  const kind = characterClass(String.fromCodePoint(text.codePointAt(at) ?? 0))
  return kind === 'western' || kind === 'joined'
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** A word, in parts where it may be broken: addresses at their joints, others after a hyphen. */
function pushWord(boxes: Box[], text: string, from: number, to: number, style: number): void {
  const word = text.slice(from, to)
  if (word.length <= longWord && !word.includes('-') && !address.test(word)) {
    boxes.push(box('western', from, to, style, word))
    return
  }
  const pattern = address.test(word)
    ? /.+?(?:[/?&=#_]+(?=[^/])|(?=[.])|[-]|$)/gsu
    : word.length > longWord
      ? /.{1,1}/gsu
      : /.+?(?:[^\d-]-(?=\p{L}{2})|$)/gsu
  const inside = address.test(word) ? cost.address : word.length > longWord ? cost.anywhere : cost.hyphen
  let at = from
  for (const [part] of word.matchAll(pattern)) {
    if (part === '') continue
    const end = at + part.length
    boxes.push(box('western', at, end, style, part, 0, end < to ? inside : undefined))
    at = end
  }
}

function breakBetween(before: Box, after: Box, text: string, styles: readonly LineStyle[]): number {
  if (before.kind === 'han' && after.kind === 'han' && before.style === after.style)
    return text.charCodeAt(after.from) < 0x4e00 && isNeverFirst(text.charAt(after.from)) ? Infinity : 0
  if (before.inside !== undefined) return before.inside
  if (before.kind === 'open' || neverBefore.has(after.kind)) return Infinity
  if (styles[after.style]?.call && !styles[before.style]?.call) return Infinity
  if (before.kind === 'space' || (styles[before.style]?.call && !styles[after.style]?.call)) return 0
  const first = text.charAt(after.from)
  const last = text.charAt(before.to - 1)
  if (isNeverFirst(first) || last === '\u00a0' || first === '\u00a0') return Infinity
  if (before.kind === 'western' && after.kind === 'western') return Infinity
  if (after.kind === 'western' && /[,.;:!?)\]}%’”'"‐-–/]/u.test(first)) return Infinity
  if (before.kind === 'western' && /[([{$£¥‘“]/u.test(last)) return Infinity
  if (before.kind === 'piece' && after.kind === 'western') return Infinity
  if (before.kind === 'western' && after.kind === 'piece') return Infinity
  if (/\d$/.test(last) && after.kind === 'han' && units.has(first)) return cost.unit
  if (before.kind === 'han' && counted.has(last) && /^\d/.test(first)) return cost.unit
  return 0
}
