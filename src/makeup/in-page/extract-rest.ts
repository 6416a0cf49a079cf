import type { Cut } from './find-cut.js'

/** One for all: the browser keeps every range up to date at every change of the document. */
const range = document.createRange()

/**
 * Cuts `root` in two: returns everything from the cut on, in clones of the elements that the cut goes through. The
 * first part keeps ids; in the rest, lists go on counting, tables get their head again.
 */
export function extractRest(root: Element, cut: Cut, block: HTMLElement | undefined): DocumentFragment {
  range.setStart(cut.node, cut.offset)
  range.setEnd(root, root.childNodes.length)
  const originals = ancestorsBelow(root, cut.node)
  const rest = range.extractContents()
  // Now, not before: what stood after the cut is out of the lists.
  const counts = originals.map(startedItems)
  let clone = rest.firstElementChild
  for (const [depth, original] of originals.entries()) {
    if (!(clone instanceof HTMLElement)) break
    const within = originals[depth + 1]?.tagName === 'LI'
    markContinued(clone, original, (counts[depth] ?? 0) - (within ? 1 : 0), block)
    if (original.matches('ol')) continueCounter(clone, original, counts[depth] ?? 0)
    clone = clone.firstElementChild
  }
  for (const original of originals) {
    if (original instanceof HTMLTableElement) continueTable(original, rest)
  }
  return rest
}

function ancestorsBelow(root: Element, node: Node): Element[] {
  const chain: Element[] = []
  for (let at: Node | null = node; at && at !== root; at = at.parentNode)
    if (at instanceof Element) chain.unshift(at)
  return chain
}

/** Items of a list before the cut, the one that it goes through included. */
function startedItems(element: Element): number {
  return element.matches('ol') ? [...element.children].filter((child) => child.tagName === 'LI').length : 0
}

function markContinued(
  clone: HTMLElement,
  original: Element,
  before: number,
  block: HTMLElement | undefined,
): void {
  clone.removeAttribute('id')
  if (original === block) {
    clone.classList.add('kb-cut-rest')
    // Of a block in three parts the last was cut off first.
    clone.classList.remove('kb-first')
  }
  clone.classList.add('kb-continued')
  if (original instanceof HTMLOListElement && clone instanceof HTMLOListElement) {
    clone.start = original.start + before
  }
}

/** A counter of the theme's own that the list resets; its name was read before anything moved. */
function continueCounter(clone: HTMLElement, original: Element, before: number): void {
  const name = original.getAttribute('data-counter')
  if (name) clone.style.counterReset = `${name} ${before}`
}

/** The head again, for the eye only: in the tags and to a reader's ear the table goes on. */
function continueTable(table: HTMLTableElement, rest: DocumentFragment): void {
  const clone = [...rest.querySelectorAll('table')].find(
    (other) => other.dataset['block'] === table.dataset['block'],
  )
  if (clone === undefined) return
  if (table.tHead) {
    const head = table.tHead.cloneNode(true) as HTMLElement // the clone of an HTML element is one
    head.setAttribute('aria-hidden', 'true')
    for (const element of [head, ...head.querySelectorAll('[id], [data-block]')]) {
      element.removeAttribute('id')
      element.removeAttribute('data-block')
    }
    clone.prepend(head)
  }
  const columns = table.querySelector(':scope > colgroup')
  if (columns) clone.prepend(columns.cloneNode(true))
  const label = table.closest('figure')?.querySelector('figcaption .label')?.textContent
  if (label) {
    const again = document.createElement('p')
    again.className = 'continued-table'
    again.setAttribute('aria-hidden', 'true')
    again.textContent = `续${label}`
    clone.before(again)
  }
}
