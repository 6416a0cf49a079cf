import type { HeadingNumbers } from '../issue/index.js'
import { noteMark } from './note-mark.js'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/**
 * The number before a heading. Chinese: 一、（一）1. (1) ①, as periodicals and official documents count (GB/T 9704—2012
 * §7.3.3 and their custom); decimal: 1, 1.1, 1.1.1 (CY/T 35—2001).
 *
 * @param counts how many headings of each level there were, from the second level down to the heading's own
 */
export function headingNumber(style: HeadingNumbers, counts: readonly number[]): string {
  if (style === 'decimal') return `${counts.join('.')} `
  const count = counts.at(-1) ?? 1
  switch (counts.length) {
    case 1:
      return `${chineseNumber(count)}、`
    case 2:
      return `（${chineseNumber(count)}）`
    case 3:
      return `${count}. `
    case 4:
      return `(${count}) `
    default:
      return noteMark(count)
  }
}

/** 1 to 99 as 一, 十, 十一, 二十, 九十九; beyond that in figures. */
function chineseNumber(value: number): string {
  if (value > 99) return String(value)
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`
}

/** A number that an author has typed before a heading. */
export const typedNumber =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:\.\d+)*(?:[.．、]|\s))/u
