import { leastGap } from './space-ruby.js'

interface Standing {
  readonly annotation: HTMLElement
  readonly row: HTMLElement
  readonly rect: DOMRect
  readonly em: number
  /** Px by which it is wider than its base, on each side of it before it is moved. */
  readonly overhang: number
  /** Px after the base's last character where its characters are spread. */
  readonly spread: number
}

/**
 * An annotation wider than its base that stands at a line's edge is moved inwards until it is flush with the edge, over
 * the base's neighbour (CLREQ 3.3.4.1), as far as the next annotation leaves a word space between them. Lines stay as
 * they are; call it when they are known. One pass of reading before one of writing.
 */
export function alignRuby(parts: readonly HTMLElement[]): void {
  const standing = parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('ruby')].flatMap(readRuby))
  const moves = standing.map((one, i) => shiftOf(one, standing[i - 1], standing[i + 1]))
  for (const [i, { annotation, overhang, spread }] of standing.entries()) {
    const shift = moves[i] ?? 0
    if (Math.abs(shift) < 0.25) continue
    annotation.style.marginInlineStart = `${round(shift - overhang - spread / 2)}px`
    annotation.style.marginInlineEnd = `${round(spread / 2 - shift - overhang)}px`
  }
}

function readRuby(ruby: HTMLElement): Standing[] {
  const [annotation] = ruby.querySelectorAll('rt')
  if (annotation === undefined) return []
  const { marginInlineStart, marginInlineEnd } = annotation.style
  const overhang = -(parseFloat(marginInlineStart || '0') + parseFloat(marginInlineEnd || '0')) / 2
  const range = document.createRange()
  range.selectNodeContents(annotation)
  const rect = range.getBoundingClientRect()
  const spread = parseFloat(ruby.style.letterSpacing || '0')
  const em = parseFloat(getComputedStyle(ruby).fontSize)
  return [{ annotation, row: rowOf(ruby), rect, em, overhang, spread }]
}

/** The block whose lines hold the ruby. */
function rowOf(ruby: HTMLElement): HTMLElement {
  let block = ruby.parentElement ?? ruby
  while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement
  return block
}

/** Px to the right. */
function shiftOf(one: Standing, before: Standing | undefined, after: Standing | undefined): number {
  if (one.overhang <= 0) return 0
  const style = getComputedStyle(one.row)
  const box = one.row.getBoundingClientRect()
  const beyondStart = box.left + parseFloat(style.paddingLeft) - one.rect.left
  const beyondEnd = one.rect.right - box.right + parseFloat(style.paddingRight)
  if (beyondEnd > 0) return -Math.min(beyondEnd, roomBetween(before, one))
  return beyondStart > 0 ? Math.min(beyondStart, roomBetween(one, after)) : 0
}

/** What is free between two annotations of a line but for a word space. */
function roomBetween(left: Standing | undefined, right: Standing | undefined): number {
  if (!left || !right || left.row !== right.row || Math.abs(left.rect.top - right.rect.top) > left.em / 4)
    return Infinity
  return Math.max(0, right.rect.left - left.rect.right - leastGap * left.em)
}

function round(px: number): number {
  return Math.round(px * 1000) / 1000
}
