import type { LineAdjustment } from '../../issue/index.js'
import type { LockSite, Segment } from './read-paragraphs.js'

/** An element without text that goes before a character. */
export interface Insertion {
  /** UTF-16 units of the paragraph. */
  readonly at: number
  readonly make: () => HTMLElement
}

/**
 * Writes into a paragraph what is given or taken at some of its characters, as spans around these alone. Every text node is
 * replaced once.
 *
 * @param adjustments ascending, not overlapping
 * @param insertions ascending
 */
export function writeLines(
  site: LockSite,
  adjustments: readonly LineAdjustment[],
  insertions: readonly Insertion[],
): void {
  const written: Segment[] = []
  let next = 0
  let inserted = 0
  for (const segment of site.segments) {
    const { node, from, length } = segment
    const end = from + length
    for (let one = insertions[inserted]; one && one.at <= from; one = insertions[++inserted])
      outermost(node, site.element).before(one.make())
    while ((adjustments[next]?.to ?? Infinity) <= from) next++
    const isTouched = Math.min(adjustments[next]?.from ?? end, insertions[inserted]?.at ?? end) < end
    if (!isTouched || !(node instanceof Text)) {
      written.push(segment)
      continue
    }
    const { data } = node
    const fragment = document.createDocumentFragment()
    let at = from
    const insert = (into: Node): void => {
      for (let one = insertions[inserted]; one && one.at <= at; one = insertions[++inserted])
        into.appendChild(one.make())
    }
    const fill = (into: Node, to: number): void => {
      while (at < to) {
        const stop = Math.min(to, insertions[inserted]?.at ?? to)
        const text = document.createTextNode(data.slice(at - from, stop - from))
        into.appendChild(text)
        written.push({ node: text, from: at, length: stop - at })
        at = stop
        if (at < end) insert(into)
      }
    }
    for (let one = adjustments[next]; one && one.from < end; one = adjustments[++next]) {
      fill(fragment, Math.max(from, one.from))
      const span = spanOf(one, at === one.from, one.to <= end)
      fragment.appendChild(span)
      // What follows the last character of the span stands behind it.
      fillSpan(span, Math.min(one.to, end))
      if (one.to > end) break
    }
    fill(fragment, end)
    node.replaceWith(fragment)

    function fillSpan(span: HTMLElement, to: number): void {
      const text = document.createTextNode(data.slice(at - from, to - from))
      span.appendChild(text)
      written.push({ node: text, from: at, length: to - at })
      at = to
      if (at < end) insert(fragment)
    }
  }
  site.segments = written
}

/** Spans of one look are copies of one: its style is parsed once, and shared. */
const spans = new Map<string, HTMLElement>()

function spanOf(
  { before, after, words, letters }: LineAdjustment,
  isFirst: boolean,
  isLast: boolean,
): HTMLElement {
  const isMark = words === undefined
  const css = [
    isFirst && before ? `margin-inline-start:${px(before)}` : '',
    isLast && after ? `${isMark ? 'letter-spacing' : 'margin-inline-end'}:${px(after)}` : '',
    words ? `word-spacing:${px(words)}` : '',
    letters ? `letter-spacing:${px(letters)}` : '',
  ]
    .filter(Boolean)
    .join(';')
  let known = spans.get(css)
  if (known === undefined) {
    known = document.createElement('span')
    known.className = 'kb-l'
    known.style.cssText = css
    spans.set(css, known)
  }
  return known.cloneNode(false) as HTMLElement // of the same kind
}

function px(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`
}

/** The outermost node within the paragraph that begins with `node`. */
function outermost(node: Text | Element, paragraph: Element): ChildNode {
  let outer: ChildNode = node
  while (outer.previousSibling === null && outer.parentElement && outer.parentElement !== paragraph)
    outer = outer.parentElement
  return outer
}
