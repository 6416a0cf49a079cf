import { readFile } from 'node:fs/promises'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { placedCharacters, type PlacedCharacter } from '../../../bench/line-positions.js'

/** A path as it is painted: its bounds in pt, from the page's lower left corner. */
export interface PaintedPath {
  readonly from: number
  readonly to: number
  readonly bottom: number
  readonly top: number
  readonly stroked: boolean
}

/** What stands on one page. */
export interface PaintedPage {
  readonly characters: readonly PlacedCharacter[]
  readonly paths: readonly PaintedPath[]
  /** Pictures made of pixels. */
  readonly images: number
}

export async function paintedPages(file: string): Promise<PaintedPage[]> {
  const characters = await placedCharacters(file)
  const document = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise
  const pages: PaintedPage[] = []
  for (const [index, placed] of characters.entries()) {
    const { fnArray, argsArray } = await (await document.getPage(index + 1)).getOperatorList()
    pages.push({ characters: placed, ...readPaths(fnArray, argsArray as unknown[][]) })
  }
  await document.destroy()
  return pages
}

/** Scale and shift; pages of ours are neither turned nor skewed. */
type Matrix = readonly [number, number, number, number, number, number]

function readPaths(
  operators: ArrayLike<number>,
  args: readonly unknown[][],
): { readonly paths: PaintedPath[]; readonly images: number } {
  const paths: PaintedPath[] = []
  const stack: Matrix[] = []
  let images = 0
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const apply = ([a, , , d, e, f]: Matrix): void => {
    matrix = [matrix[0] * a, 0, 0, matrix[3] * d, matrix[0] * e + matrix[4], matrix[3] * f + matrix[5]]
  }
  for (let i = 0; i < operators.length; i++) {
    const given = args[i] ?? []
    const operator = operators[i]
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      if (given[0]) apply([...(given[0] as number[])] as unknown as Matrix)
    } else if (operator === OPS.transform) apply(given as unknown as Matrix)
    else if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject) images++
    else if (operator === OPS.constructPath) {
      const [painting, , bounds] = given as [number, unknown, ArrayLike<number> | null]
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bounds ? Array.from(bounds) : []
      if (painting === OPS.endPath) continue
      const xs = [x0, x1].map((x) => matrix[0] * x + matrix[4])
      const ys = [y0, y1].map((y) => matrix[3] * y + matrix[5])
      paths.push({
        from: Math.min(...xs),
        to: Math.max(...xs),
        bottom: Math.min(...ys),
        top: Math.max(...ys),
        stroked: painting === OPS.stroke,
      })
    }
  }
  return { paths, images }
}

/** Paths at one height that touch each other, as one. */
export function joined(paths: readonly PaintedPath[]): PaintedPath[] {
  const result: PaintedPath[] = []
  for (const path of paths.toSorted((a, b) => b.top - a.top || a.from - b.from)) {
    const last = result.at(-1)
    if (last && Math.abs(last.top - path.top) < 0.1 && path.from - last.to < 0.3)
      result.splice(-1, 1, { ...last, to: Math.max(last.to, path.to) })
    else result.push(path)
  }
  return result
}
