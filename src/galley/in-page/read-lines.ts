/** A paragraph as Chromium broke it. Px of the viewport. */
export interface SetLines {
  /** Tops of the line boxes, and the end of the last one. */
  readonly edges: readonly number[]
  /** All lines are as tall as the line height. */
  readonly regular: boolean
  /** Characters' worth of advance on the last line. */
  readonly lastCharacters: number
}

/**
 * Reads a paragraph's lines. A paragraph whose content height is a whole number of its line height has lines of that
 * height, whatever stands above or below the text in them (ruby, dots, superscripts); in any other one something made a
 * line grow, and its rectangles are grouped into lines.
 */
export function readLines(element: HTMLElement, style: CSSStyleDeclaration, lineHeight: number): SetLines {
  const box = element.getBoundingClientRect()
  const top = box.top + parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth)
  const bottom = box.bottom - parseFloat(style.paddingBottom) - parseFloat(style.borderBottomWidth)
  const count = Math.max(1, Math.round((bottom - top) / lineHeight))
  const rects = contentRects(element)
  const regular = Math.abs(bottom - top - count * lineHeight) < 0.5
  const edges = regular
    ? Array.from({ length: count + 1 }, (_, i) => top + i * lineHeight)
    : grownEdges(rects, top, bottom, lineHeight)
  const lastTop = edges.at(-2) ?? top
  const advance = rects
    .filter((rect) => (rect.top + rect.bottom) / 2 > lastTop)
    .reduce((sum, rect) => sum + rect.width, 0)
  return { edges, regular, lastCharacters: Math.max(1, Math.round(advance / parseFloat(style.fontSize))) }
}

function contentRects(element: HTMLElement): DOMRect[] {
  const range = document.createRange()
  range.selectNodeContents(element)
  return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0)
}

/** Lines by rectangles: one whose middle lies below the bottom of the line so far begins a new one. */
function grownEdges(rects: readonly DOMRect[], top: number, bottom: number, lineHeight: number): number[] {
  const sorted = [...rects].sort((a, b) => a.top + a.bottom - b.top - b.bottom)
  const lines: { top: number; bottom: number }[] = []
  for (const rect of sorted) {
    const line = lines.at(-1)
    const middle = (rect.top + rect.bottom) / 2
    if (line && middle < line.bottom - 1) {
      line.top = Math.min(line.top, rect.top)
      line.bottom = Math.max(line.bottom, rect.bottom)
    } else lines.push({ top: rect.top, bottom: rect.bottom })
  }
  const edges = [top]
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (next === undefined) break
    edges.push(Math.max((edges.at(-1) ?? top) + lineHeight, (line.bottom + next.top) / 2))
  }
  return [...edges, bottom]
}

/** 0-based line of a point down the page. */
export function lineAt(edges: readonly number[], y: number): number {
  let line = 0
  while (line < edges.length - 2 && y >= (edges[line + 1] ?? Infinity)) line++
  return line
}
