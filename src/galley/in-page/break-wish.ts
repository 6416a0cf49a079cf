import type { BreakBefore } from '../../issue/index.js'

const order: readonly BreakBefore[] = ['free', 'discouraged', 'lone', 'forbidden', 'column', 'page']

/** The stronger of two wishes about one place. */
export function stronger(a: BreakBefore, b: BreakBefore): BreakBefore {
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}

/** A value of `break-before` or `break-after`. */
export function breakWish(value: string): BreakBefore {
  if (value === 'column') return 'column'
  if (/^(page|left|right|recto|verso|always|all)$/.test(value)) return 'page'
  return value.startsWith('avoid') ? 'forbidden' : 'free'
}

/** The break before line `index` of a paragraph of `count` lines. */
export function lineBreak(index: number, count: number, orphans: number, widows: number): BreakBefore {
  return index < orphans || count - index < widows ? 'lone' : 'free'
}
