import type { Part } from '../issue/index.js'
import { frontPartCount } from './front-parts.js'

/**
 * Folios by page: arabic from the first article on; roman on the pages of the contents; none on covers and blank
 * pages. A blank page of the body is counted all the same.
 *
 * @param pages index of the part that stands on each page, `undefined` for a blank page
 */
export function planFolios(
  parts: readonly Pick<Part<unknown>, 'kind'>[],
  pages: readonly (number | undefined)[],
): (string | undefined)[] {
  const front = frontPartCount(parts)
  let roman = 0
  let arabic = 0
  return pages.map((index, page) => {
    // A blank page before the first article still belongs to the front.
    const inBody = (index ?? pages.slice(0, page).findLast((part) => part !== undefined) ?? 0) >= front
    if (inBody) arabic += 1
    if (index === undefined) return undefined
    if (inBody) return String(arabic)
    return parts[index]?.kind === 'cover' ? undefined : toRoman((roman += 1))
  })
}

const numerals = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function toRoman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, numeral] of numerals) {
    while (rest >= value) {
      text += numeral
      rest -= value
    }
  }
  return text
}
