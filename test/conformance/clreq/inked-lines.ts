import { inkedCharacters, type InkedCharacter } from './inked.js'

/** The body's size in the journal theme, pt. */
export const em = 10.5
/** Characters from the beginning of a column to that of the next: 22, and two between. */
const columnStep = 24

export interface InkedLine {
  readonly page: number
  readonly column: number
  /** Pt, from the page's foot. */
  readonly y: number
  readonly text: string
  readonly characters: readonly InkedCharacter[]
  /** Where the squares of its characters begin, in em from the column's edge. */
  readonly at: readonly number[]
}

/** Lines of the body's size in the order of reading: columns begin where the leftmost ideograph of their page stands. */
export async function inkedLines(file: string): Promise<InkedLine[]> {
  return linesOfPages(await inkedCharacters(file))
}

export function linesOfPages(pages: readonly InkedCharacter[][]): InkedLine[] {
  return pages
    .flatMap((characters, page) => {
      const left = Math.min(
        ...characters.filter(({ text }) => /\p{Script=Han}/u.test(text)).map(({ x }) => x),
      )
      const lines = new Map<string, InkedLine>()
      for (const one of characters.filter(({ size }) => Math.abs(size - em) < 0.1)) {
        const x = (one.x - left) / em
        const column = Math.floor((x + 0.6) / columnStep)
        const key = `${column} ${Math.round(one.y)}`
        const line = lines.get(key) ?? { page, column, y: one.y, text: '', characters: [], at: [] }
        lines.set(key, {
          ...line,
          text: line.text + one.text,
          characters: [...line.characters, one],
          // A dash of two characters is one glyph.
          at: [...line.at, ...Array.from({ length: one.text.length }, (_, i) => x - column * columnStep + i)],
        })
      }
      return [...lines.values()]
    })
    .toSorted((a, b) => a.page - b.page || a.column - b.column || b.y - a.y)
}

/** Em between two ideographs of a line: as wide as what stands between them is set. */
export function widthBetween(lines: readonly InkedLine[], before: string, after: string): number {
  for (const { text, at } of lines) {
    const from = at[text.indexOf(before)]
    const to = at[text.indexOf(after)]
    if (from !== undefined && to !== undefined) return to - from - 1
  }
  throw new Error(`${before} and ${after} are on no line together`)
}

export function inkOf(lines: readonly InkedLine[], mark: string): InkedCharacter {
  const found = lines.flatMap(({ characters }) => characters).find(({ text }) => text === mark)
  if (!found) throw new Error(`${mark} is not on the pages`)
  return found
}
