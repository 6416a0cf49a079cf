import { readFileSync } from 'node:fs'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A character as it stands on a page of a PDF. Lengths in pt, from the page's lower left corner. */
export interface PlacedCharacter {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  /** The font's name among the page's resources, and the code of the glyph in it. */
  readonly font: string
  readonly glyph: number
  /** Number of the marked content it lies in, which the tag tree names it by. */
  readonly content?: number | undefined
}

/** One line of one column, from left to right. */
export interface PlacedLine {
  readonly page: number
  readonly y: number
  readonly characters: readonly PlacedCharacter[]
}

type Matrix = readonly [number, number, number, number, number, number]

interface Glyph {
  readonly unicode: string
  readonly originalCharCode: number
  readonly width: number
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

/** Every character of a file with its position, read from the drawing operators; nothing is taken from text layers. */
export async function placedCharacters(file: string): Promise<PlacedCharacter[][]> {
  const document = await getDocument({
    data: new Uint8Array(readFileSync(file)),
    verbosity: 0,
    useSystemFonts: false,
  }).promise
  const pages: PlacedCharacter[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { fnArray, argsArray } = await page.getOperatorList()
    pages.push(readOperators(fnArray, argsArray as unknown[][]))
    page.cleanup()
  }
  await document.destroy()
  return pages
}

/** What is painted by a page's operators, in their order. */
export function readOperators(operators: ArrayLike<number>, args: readonly unknown[][]): PlacedCharacter[] {
  const found: PlacedCharacter[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let text: Matrix = matrix
  let line: Matrix = matrix
  let size = 1
  let font = ''
  const contents: (number | undefined)[] = []
  const move = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  for (let i = 0; i < operators.length; i++) {
    const given = args[i] ?? []
    switch (operators[i]) {
      case OPS.save:
        stack.push(matrix)
        break
      case OPS.restore:
        matrix = stack.pop() ?? matrix
        break
      case OPS.paintFormXObjectBegin:
        stack.push(matrix)
        if (given[0]) matrix = times(matrix, [...(given[0] as Matrix)] as unknown as Matrix)
        break
      case OPS.paintFormXObjectEnd:
        matrix = stack.pop() ?? matrix
        break
      case OPS.transform:
        matrix = times(matrix, given as unknown as Matrix)
        break
      case OPS.beginMarkedContent:
        contents.push(contents.at(-1))
        break
      case OPS.beginMarkedContentProps:
        contents.push((given[1] as number | null | undefined) ?? contents.at(-1))
        break
      case OPS.endMarkedContent:
        contents.pop()
        break
      case OPS.beginText:
        text = line = [1, 0, 0, 1, 0, 0]
        break
      case OPS.setTextMatrix:
        text = line = Array.from(
          (given.length === 1 ? given[0] : given) as ArrayLike<number>,
        ) as unknown as Matrix
        break
      case OPS.moveText:
        move(given[0] as number, given[1] as number)
        break
      case OPS.setFont:
        font = given[0] as string
        size = given[1] as number
        break
      case OPS.showText: {
        for (const item of given[0] as readonly (Glyph | number | null)[]) {
          if (item === null) continue
          if (typeof item === 'number') {
            text = times(text, [1, 0, 0, 1, (-item / 1000) * size, 0])
            continue
          }
          const at = times(matrix, text)
          const scale = Math.hypot(at[2], at[3]) * Math.abs(size)
          if (item.unicode.trim() !== '' && Math.abs(at[1]) < 0.01)
            found.push({
              text: item.unicode,
              x: at[4],
              y: at[5],
              size: scale,
              font,
              glyph: item.originalCharCode,
              content: contents.at(-1),
            })
          text = times(text, [1, 0, 0, 1, (item.width / 1000) * size, 0])
        }
        break
      }
    }
  }
  return found
}

/**
 * Lines of the size that most of the file is set in: characters of one baseline, and no blank of more than `widest` em
 * between neighbours.
 */
export function placedLines(pages: readonly PlacedCharacter[][], widest = 1.25): PlacedLine[] {
  const body = usualSize(pages.flat())
  return pages.flatMap((characters, page) => {
    const rows = new Map<number, PlacedCharacter[]>()
    for (const character of characters) {
      if (Math.abs(character.size - body) > 0.05 * body) continue
      const key = Math.round(character.y * 2)
      const row = rows.get(key) ?? rows.get(key - 1) ?? rows.get(key + 1)
      if (row) row.push(character)
      else rows.set(key, [character])
    }
    return [...rows.values()].flatMap((row) => {
      const lines: PlacedCharacter[][] = []
      for (const character of row.sort((a, b) => a.x - b.x)) {
        const before = lines.at(-1)?.at(-1)
        if (before && character.x - before.x < (1 + widest) * character.size) lines.at(-1)?.push(character)
        else lines.push([character])
      }
      return lines.map((of) => ({ page, y: of[0]?.y ?? 0, characters: of }))
    })
  })
}

function usualSize(characters: readonly PlacedCharacter[]): number {
  const counts = new Map<number, number>()
  for (const { size } of characters) {
    const key = Math.round(size * 20) / 20
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
