import stringWidth from 'string-width'
import type { Point } from 'unist'

/** UTF-16 units of the line looked at on either side of the place; a paragraph may be one line of megabytes. */
const reach = 200

export interface CodeFrame {
  /** The line, or the part of it around the place, safe to print. */
  readonly text: string
  /** Terminal cells from the start of `text` to the place. */
  readonly indent: number
  /** Terminal cells that the place covers, at least 1. */
  readonly length: number
}

/**
 * The part of a line around a place, at most `width` terminal cells, with an ellipsis where it was cut. A Han character
 * takes two cells.
 *
 * @param end where the place ends; on another line it covers the rest of the frame
 */
export function codeFrame(line: string, start: Point, end: Point | undefined, width: number): CodeFrame {
  const offset = Math.min(start.column - 1, line.length)
  const endOffset =
    end === undefined || (end.line === start.line && end.column <= start.column)
      ? offset + ((line.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)
      : end.line === start.line
        ? end.column - 1
        : line.length
  let before = Array.from(line.slice(Math.max(0, offset - reach), offset))
  let covered = Array.from(line.slice(offset, Math.min(endOffset, offset + reach)))
  let after = Array.from(line.slice(endOffset, endOffset + reach))
  let cutBefore = offset > reach
  let cutAfter = line.length > endOffset + reach || endOffset > offset + reach

  const third = Math.floor(width / 3)
  const coveredWhole = covered.length
  covered = takeCells(covered, width - third)
  if (covered.length < coveredWhole) {
    after = []
    cutAfter = true
  }
  const afterRoom = width - cells(covered) - Math.min(third, cells(before)) - 2
  const afterKept = takeCells(after, Math.max(0, afterRoom))
  cutAfter ||= afterKept.length < after.length
  const beforeRoom = width - cells(covered) - cells(afterKept) - 2
  const beforeKept = takeCells(before.toReversed(), Math.max(0, beforeRoom)).toReversed()
  cutBefore ||= beforeKept.length < before.length
  before = beforeKept
  after = afterKept

  const head = (cutBefore ? '…' : '') + visible(before.join(''))
  const middle = visible(covered.join(''))
  return {
    text: head + middle + visible(after.join('')) + (cutAfter ? '…' : ''),
    indent: stringWidth(head),
    length: Math.max(1, stringWidth(middle)),
  }
}

/** Text that cannot steer a terminal: control characters become their pictures, tabs become spaces. */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cs}\p{Cn}\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu,
    (character) => {
      const codePoint = character.codePointAt(0) ?? 0
      if (character === '\t') return ' '
      if (codePoint < 0x20) return String.fromCodePoint(0x2400 + codePoint)
      return codePoint === 0x7f ? '\u2421' : '\uFFFD'
    },
  )
}

function takeCells(characters: readonly string[], room: number): string[] {
  let used = 0
  const kept: string[] = []
  for (const character of characters) {
    used += stringWidth(visible(character))
    if (used > room) break
    kept.push(character)
  }
  return kept
}

function cells(characters: readonly string[]): number {
  return stringWidth(visible(characters.join('')))
}
