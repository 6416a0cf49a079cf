import { normalise, type Segment } from './manuscript-text.js'

export interface Difference {
  /** What should come next. */
  readonly expected: string
  /** What comes, from the same place on. */
  readonly actual: string
  /** What was found right before. */
  readonly after: string
}

/**
 * Reads `actual` from beginning to end against the segments: nothing may be missing, doubled, added or out of order. A
 * page reference may have any number, a formula any text up to what follows it; ruby may read base and annotation
 * character by character or one after the other, with or without the brackets for readers that cannot set it.
 *
 * @returns `undefined` when the texts are equal
 */
export function firstDifference(segments: readonly Segment[], actual: string): Difference | undefined {
  const text = normalise(actual)
  const { end, problem } = readFrom(segments, text, 0)
  return problem ?? (end === text.length ? undefined : difference('', text, end))
}

/**
 * Reads the segments from a place of an already normalised text on.
 *
 * @returns where they end, or how far they go and what is there instead
 */
export function readFrom(
  segments: readonly Segment[],
  text: string,
  start: number,
): { readonly end: number; readonly problem?: Difference } {
  const pieces = mergeTexts(segments)
  let at = start
  for (const [index, piece] of pieces.entries()) {
    const length = match(piece, text, at, pieces.slice(index + 1))
    if (length === undefined) return { end: at, problem: difference(describe(piece), text, at) }
    at += length
  }
  return { end: at }
}

type Piece =
  | Extract<Segment, { kind: 'number' | 'page' | 'math' | 'ruby' }>
  | { readonly kind: 'exact'; readonly text: string }

function mergeTexts(segments: readonly Segment[]): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  const flush = (): void => {
    // Normalised as a whole: characters of neighbouring segments may combine.
    const exact = normalise(text)
    if (exact !== '') pieces.push({ kind: 'exact', text: exact })
    text = ''
  }
  for (const segment of segments) {
    if ('text' in segment) text += segment.text
    else {
      flush()
      pieces.push(segment)
    }
  }
  flush()
  return pieces
}

function match(piece: Piece, text: string, at: number, following: readonly Piece[]): number | undefined {
  switch (piece.kind) {
    case 'exact':
      return lengthOf(piece.text, text, at)
    case 'page':
      return text.slice(at, at + 12).match(/^第[0-9ivxlc]+页/i)?.[0].length
    case 'number': {
      const number = text.slice(at, at + 4).match(/^(?:\d{1,2}|\(\d+\))/)?.[0] ?? ''
      const [next] = following
      // Figures of the text may follow the mark's own: as many digits as leave the text as it should go on.
      for (let length = number.length; length > 0; length--) {
        if (next === undefined || match(next, text, at + length, following.slice(1)) !== undefined)
          return length
      }
      return undefined
    }
    case 'ruby':
      return readings(piece.base, piece.annotation).find((reading) => text.startsWith(reading, at))?.length
    case 'math': {
      const next = following.find((each) => each.kind !== 'math')
      if (!next) return text.length - at
      const start =
        next.kind === 'exact'
          ? next.text.slice(0, 16)
          : next.kind === 'ruby'
            ? normalise(next.base)
            : next.kind === 'page'
              ? '第'
              : ''
      // A formula is short; what is further away is another place with the same words.
      for (let found = at; found <= Math.min(text.length, at + 400); found++)
        if (lengthOf(start, text, found) !== undefined) return found - at
      return undefined
    }
  }
}

/**
 * How much of the text from a place on reads as `expected`. A straight quotation mark may read as a curly one, and three
 * dots as six: the forms that they take among Chinese words.
 */
function lengthOf(expected: string, text: string, at: number): number | undefined {
  let end = at
  for (let i = 0; i < expected.length; i++) {
    const wanted = expected.charAt(i)
    if (!(readsAs[wanted] ?? wanted).includes(text.charAt(end)) || end >= text.length) return undefined
    end++
    const isLastDot =
      wanted === '.' && expected.slice(0, i + 1).match(/(?<!\.)\.{3}$/) && expected[i + 1] !== '.'
    if (isLastDot && text.startsWith('...', end)) end += 3
  }
  return end - at
}

const readsAs: Readonly<Record<string, string>> = { '"': '"“”', "'": "'‘’" }

function readings(base: string, annotation: string): string[] {
  const characters = [...base]
  const parts = annotation.split(/\s+/)
  const pairs =
    parts.length === characters.length
      ? characters.map((each, index) => [each, parts[index] ?? ''])
      : [[base, annotation]]
  return [
    pairs.map(([one, other]) => `${one}（${other}）`).join(''),
    pairs.map(([one, other]) => `${one}${other}`).join(''),
    base + annotation,
    annotation + base,
  ].map(normalise)
}

function describe(piece: Piece): string {
  if (piece.kind === 'exact') return piece.text
  if (piece.kind === 'ruby') return `{${piece.base}|${piece.annotation}}`
  if (piece.kind === 'math') return `$${piece.tex}$`
  return piece.kind === 'number' ? '①' : '第…页'
}

function difference(expected: string, text: string, at: number): Difference {
  let same = 0
  while (same < expected.length && lengthOf(expected.slice(0, same + 1), text, at) !== undefined) same++
  return {
    expected: expected.slice(same, same + 40),
    actual: text.slice(at + same, at + same + 40),
    after: text.slice(Math.max(0, at + same - 20), at + same),
  }
}
