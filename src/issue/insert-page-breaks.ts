import type { Element, ElementContent, Root, RootContent } from 'hast'
import { pageId, type PageBreak } from './page-break.js'

/** Blocks that may hold an empty span before anything else. */
const holders = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption pre blockquote div section article aside header'.split(
    ' ',
  ),
)
/** Blocks that may only be preceded by the mark: their content models leave no room for it at their start. */
const preceded = new Set(['figure', 'table', 'hr'])
/** Inline elements that are not cut; the mark goes before them. */
const whole = new Set(['ruby', 'math', 'svg', 'a'])

/**
 * Puts an element with `epub:type="pagebreak"` and the folio as its name where each print page begins, also inside
 * paragraphs.
 *
 * @param breaks breaks of this part, in page order
 * @returns the new tree, and the breaks whose block the tree lacks
 */
export function insertPageBreaks(
  tree: Root,
  breaks: readonly PageBreak[],
): { readonly tree: Root; readonly lost: readonly PageBreak[] } {
  const lost: PageBreak[] = []
  let children: RootContent[] = tree.children
  // From the last to the first, so that offsets into one block stay true.
  for (const pageBreak of breaks.toReversed()) {
    const changed = insertInto(children, pageBreak)
    if (changed) children = changed
    else lost.unshift(pageBreak)
  }
  return { tree: { ...tree, children }, lost }
}

function insertInto(children: RootContent[], pageBreak: PageBreak): RootContent[] | undefined {
  for (const [index, child] of children.entries()) {
    if (child.type !== 'element') continue
    const anywhere = pageBreak.id === undefined && pageBreak.source === undefined
    const inner = anywhere ? undefined : insertInto(child.children, pageBreak)
    // Children of an element stay children of an element.
    const replaced = inner
      ? [{ ...child, children: inner as ElementContent[] }]
      : anywhere || isNamed(child, pageBreak)
        ? cut(child, pageBreak)
        : undefined
    if (replaced) return children.toSpliced(index, 1, ...replaced)
  }
  return undefined
}

function isNamed({ properties }: Element, { id, source }: PageBreak): boolean {
  return id === undefined ? properties['dataSource'] === source : properties['id'] === id
}

/** The block with the mark in or before it, or `undefined` if the break is not in this block. */
function cut(block: Element, pageBreak: PageBreak): Element[] | undefined {
  const offset = pageBreak.offset ?? 0
  if (offset === 0) {
    if (preceded.has(block.tagName)) return [mark('div', pageBreak.folio), block]
    // Rows and lists begin with their first cell or item.
    if (!holders.has(block.tagName)) return cutFirst(block, pageBreak)
    return [{ ...block, children: [mark('span', pageBreak.folio), ...block.children] }]
  }
  const state = { left: offset, done: false }
  const children = splitChildren(block.children, state, mark('span', pageBreak.folio))
  if (state.done) return [{ ...block, children }]
  // The page begins behind the whole text of this block.
  if (state.left > 0) return undefined
  return holders.has(block.tagName)
    ? [{ ...block, children: [...block.children, mark('span', pageBreak.folio)] }]
    : [block, mark('div', pageBreak.folio)]
}

function cutFirst(block: Element, pageBreak: PageBreak): Element[] | undefined {
  for (const [index, child] of block.children.entries()) {
    const replaced = child.type === 'element' ? cut(child, pageBreak) : undefined
    if (replaced) return [{ ...block, children: block.children.toSpliced(index, 1, ...replaced) }]
  }
  return undefined
}

function splitChildren(
  children: readonly ElementContent[],
  state: { left: number; done: boolean },
  sign: Element,
): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (state.done) return [child]
    if (child.type === 'text') {
      const at = indexAfter(child.value, state)
      if (at === undefined) return [child]
      state.done = true
      const halves = [child.value.slice(0, at), child.value.slice(at)].map(
        (value) => ({ type: 'text', value }) as const,
      )
      return [halves[0], sign, halves[1]].filter(
        (node) => node !== undefined && !('value' in node && node.value === ''),
      ) as ElementContent[]
    }
    if (child.type !== 'element' || isPageNumber(child)) return [child]
    if (state.left === 0 && child.properties['epub:type'] === 'pagebreak') {
      // The page that begins here has no text of its own.
      state.done = true
      return [sign, child]
    }
    if (whole.has(child.tagName)) {
      const length = visibleLength(child)
      if (length <= state.left) {
        state.left -= length
        return [child]
      }
      state.done = true
      return [sign, child]
    }
    return [{ ...child, children: splitChildren(child.children, state, sign) }]
  })
}

/** Index in `value` just before its first counted character after `left` others; lowers `left` if there is none. */
function indexAfter(value: string, state: { left: number }): number | undefined {
  for (let index = 0; index < value.length; index++) {
    if (/\s/.test(value.charAt(index))) continue
    if (state.left === 0) return index
    state.left--
  }
  return undefined
}

function visibleLength(node: ElementContent): number {
  if (node.type === 'text') return node.value.replace(/\s/g, '').length
  if (node.type !== 'element' || isPageNumber(node)) return 0
  return node.children.reduce((sum, child) => sum + visibleLength(child), 0)
}

function isPageNumber(element: Element): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes('page-number')
}

/** DPUB-ARIA `doc-pagebreak`; the label is what a screen reader says and what the page list shows. */
function mark(tagName: 'div' | 'span', folio: string): Element {
  return {
    type: 'element',
    tagName,
    properties: { 'epub:type': 'pagebreak', role: 'doc-pagebreak', id: pageId(folio), ariaLabel: folio },
    children: [],
  }
}
