import type { GalleyPart } from '../galley-options.js'

/** What must be laid out before lines are composed: its width is read. */
const pieces = 'ruby, math, img, svg, input, .checkbox, .double-row-note, br, wbr'

/**
 * Hides the text of an article's paragraphs while it is set, until their lines are locked: nothing that is read before
 * depends on it, and the browser breaks its lines once instead of again and again. Paragraphs within anything else than
 * plain divisions keep theirs, for the height of what they stand in is read.
 */
export function hideText(parts: readonly GalleyPart[]): void {
  for (const { id, setting } of parts) {
    const part = setting === 'columns' ? document.getElementById(id) : null
    if (part === null) continue
    const plain = new Map<Element, boolean>([[part, true]])
    const isPlain = (element: Element): boolean => {
      const known = plain.get(element)
      if (known !== undefined) return known
      const found =
        element.matches('div, section:not(.notes)') &&
        getComputedStyle(element).display === 'block' &&
        element.parentElement !== null &&
        isPlain(element.parentElement)
      plain.set(element, found)
      return found
    }
    for (const paragraph of part.querySelectorAll('p')) {
      const { parentElement } = paragraph
      if (parentElement && isPlain(parentElement) && paragraph.querySelector(pieces) === null)
        paragraph.classList.add('kb-unset')
    }
  }
}

/** Shows all text again. */
export function showText(): void {
  for (const paragraph of document.querySelectorAll('.kb-unset')) paragraph.classList.remove('kb-unset')
}
