/** A paragraph as Chromium broke it. Px of the viewport. */
export interface SetLines {
  /** Tops of the line boxes, and the end of the last one. */
  readonly edges: readonly number[]
  /** All lines are as tall as the line height. */
  readonly regular: boolean
  /** Lines that grew were made whole units tall (`evenLines`). */
  readonly even: boolean
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
  const even = element.dataset['even'] !== undefined
  const regular = !even && Math.abs(bottom - top - count * lineHeight) < 0.5
  const edges = regular
    ? Array.from({ length: count + 1 }, (_, i) => top + i * lineHeight)
    : grownEdges(contentRects(element), top, bottom, lineHeight)
  const advance = advanceBelow(element, edges.at(-2) ?? top)
  return {
    edges,
    regular,
    even,
    lastCharacters: Math.max(1, Math.round(advance / parseFloat(style.fontSize))),
  }
}

/** Px that a paragraph's content takes below a height. From its end on, for most of it stands above. */
function advanceBelow(element: HTMLElement, top: number): number {
  let advance = 0
  for (let node = element.lastChild; node; node = node.previousSibling) {
    range.selectNode(node)
    const rects = shownRects()
    const below = rects.filter((rect) => (rect.top + rect.bottom) / 2 > top)
    advance += below.reduce((sum, rect) => sum + rect.width, 0)
    if (below.length < rects.length) break
  }
  return advance
}

/** One for all: the browser keeps every range up to date at every change of the document. */
const range = document.createRange()

function contentRects(element: HTMLElement): DOMRect[] {
  range.selectNodeContents(element)
  return shownRects()
}

function shownRects(): DOMRect[] {
  return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0)
}

/**
 * Lines by rectangles. Text of the paragraph's own size tells where they are; what else stands there (ruby, formulas,
 * superscripts) belongs to the nearest of them, or makes a line if none is near. Such text stands in the middle of its
 * line unless something made the line grow on that side.
 */
function grownEdges(rects: readonly DOMRect[], top: number, bottom: number, lineHeight: number): number[] {
  const usual = usualHeight(rects)
  const lines: { top: number; bottom: number; middle: number; own: boolean }[] = []
  const sorted = [...rects].sort((a, b) => a.top + a.bottom - b.top - b.bottom)
  for (const own of [true, false]) {
    for (const rect of sorted) {
      if (Math.abs(rect.height - usual) < 0.1 !== own) continue
      const middle = (rect.top + rect.bottom) / 2
      const line = lines.find((one) => Math.abs(one.middle - middle) < lineHeight * (own ? 0.5 : 0.75))
      if (line === undefined) lines.push({ top: rect.top, bottom: rect.bottom, middle, own })
      else {
        line.top = Math.min(line.top, rect.top)
        line.bottom = Math.max(line.bottom, rect.bottom)
      }
    }
  }
  lines.sort((a, b) => a.middle - b.middle)
  const edges = [top]
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (next === undefined) break
    const end = line.own ? line.middle + lineHeight / 2 : line.bottom
    const start = next.own ? next.middle - lineHeight / 2 : next.top
    edges.push(line.bottom > end + 0.5 ? start : end)
  }
  return [...edges, bottom]
}

/** Height of the text rectangles that take most of the paragraph. */
function usualHeight(rects: readonly DOMRect[]): number {
  const widths = new Map<number, number>()
  for (const rect of rects) {
    const height = Math.round(rect.height * 10) / 10
    widths.set(height, (widths.get(height) ?? 0) + rect.width)
  }
  return [...widths].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** 0-based line of a point down the page. */
export function lineAt(edges: readonly number[], y: number): number {
  let line = 0
  while (line < edges.length - 2 && y >= (edges[line + 1] ?? Infinity)) line++
  return line
}
