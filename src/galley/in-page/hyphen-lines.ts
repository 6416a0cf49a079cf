import { lineAt } from './read-lines.js'

/** What may end a line within a word or a number: after a hyphen, dash or slash between letters, or at a soft hyphen. */
const mark = /(?<=[A-Za-z0-9])[-‐–/](?=[A-Za-z0-9])|\u00AD/g
/** One for all: the browser keeps every range up to date at every change of the document. */
const range = document.createRange()

const longWord = /[A-Za-z]{5,}/g

/** Lines of a set block that end within a word. Texts without Latin letters cost one test. */
export function hyphenLines(
  element: HTMLElement,
  edges: readonly number[],
  hyphens: string,
): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const hyphen of element.querySelectorAll('.kb-hyphen')) {
    const rect = hyphen.getBoundingClientRect()
    lines.add(lineAt(edges, (rect.top + rect.bottom) / 2))
  }
  const text = element.textContent ?? ''
  if (edges.length < 3 || !/[A-Za-z]{5}|[A-Za-z0-9][-‐–/\u00AD]/.test(text)) return lines
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const look = (node: Node, from: number, to: number): void => {
    range.setStart(node, from)
    range.setEnd(node, to)
    const found = [...range.getClientRects()].map((rect) => lineAt(edges, (rect.top + rect.bottom) / 2))
    for (let line = Math.min(...found); line < Math.max(...found); line++) lines.add(line)
  }
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const data = node.nodeValue ?? ''
    for (const { index } of data.matchAll(mark)) if (index + 2 <= data.length) look(node, index, index + 2)
    if (hyphens !== 'auto') continue
    for (const { 0: word, index } of data.matchAll(longWord)) look(node, index, index + word.length)
  }
  return lines
}
