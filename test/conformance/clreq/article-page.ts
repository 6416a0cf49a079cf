import type { PlacedCharacter } from '../../../bench/line-positions.js'
import { paintedPages, type PaintedPage } from './painted-page.js'
import { printArticle, type ThemeChange } from './set-issue.js'

/** Of the body, in pt. */
export const em = 10.5
export const pitch = 16.5

/** A page with an article's text, whose characters are found by themselves: the text has each of them once. */
export interface ArticlePage extends PaintedPage {
  /** The character in the body's size. */
  readonly at: (character: string) => PlacedCharacter
  /** Characters of an annotation from its first one on, which stands above one in the body's size. */
  readonly above: (base: string, annotation: string) => PlacedCharacter[]
  /** The line that the character stands in. */
  readonly row: (character: string) => PlacedCharacter[]
  /** Em from the left edge of the character's own column of 22. */
  readonly place: (character: PlacedCharacter) => number
}

/** Prints an article and reads the page that has most of its text. */
export async function printPage(
  paragraphs: readonly string[],
  metadata = '',
  theme?: ThemeChange,
): Promise<ArticlePage> {
  const pages = await printArticle(paragraphs, metadata, paintedPages, theme)
  const [page] = pages.toSorted((a, b) => bodyOf(b).length - bodyOf(a).length)
  if (!page) throw new Error('no page was printed')
  const body = bodyOf(page)
  const left = Math.min(...body.map(({ x }) => x))
  const at = (character: string): PlacedCharacter => {
    const found = body.find(({ text }) => text === character)
    if (!found) throw new Error(`${character} is not on the page`)
    return found
  }
  const isRight = ({ x }: PlacedCharacter): boolean => (x - left) / em > 22.9
  return {
    ...page,
    at,
    row: (character) => {
      const one = at(character)
      return body
        .filter((other) => Math.abs(other.y - one.y) < 0.1 && isRight(other) === isRight(one))
        .toSorted((a, b) => a.x - b.x)
    },
    above: (base, annotation) => annotationAbove(page, at(base), annotation),
    place: (one) => (one.x - left) / em - (isRight(one) ? 24 : 0),
  }
}

function bodyOf({ characters }: PaintedPage): PlacedCharacter[] {
  return characters.filter(({ size }) => Math.abs(size - em) < 0.1)
}

function annotationAbove(
  { characters }: PaintedPage,
  base: PlacedCharacter,
  text: string,
): PlacedCharacter[] {
  const row = characters.filter(
    ({ size, y, x }) =>
      size < 0.6 * em && y > base.y + em / 2 && y < base.y + pitch && Math.abs(x - base.x) < 8 * em,
  )
  const written = row.map((one) => one.text).join('')
  const from = written.indexOf(text)
  if (from < 0) throw new Error(`${text} is not above ${base.text}, but ${written}`)
  return row.slice(from, from + [...text].length)
}

/** The middle of an ideograph. */
export function middle({ x, size }: PlacedCharacter): number {
  return x + size / 2
}

/** In em: how far the right edge of an ideograph is from the left edge of another. */
export function gap(left: PlacedCharacter, right: PlacedCharacter): number {
  return (right.x - left.x - left.size) / em
}
