import type { Galley } from '../../issue/index.js'
import { findCut, type Cut } from './find-cut.js'
import { lineTop } from './line-top.js'

/** A galley's nodes in the document, by the keys that the galley gave them. */
export class ArticleNodes {
  readonly #byKey = new Map<string, HTMLElement>()

  constructor(
    readonly galley: Galley,
    readonly root: HTMLElement,
  ) {
    if (root.dataset['block']) this.#byKey.set(root.dataset['block'], root)
    for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) {
      this.#byKey.set(element.dataset['block'] ?? '', element)
    }
  }

  get(key: string): HTMLElement | undefined {
    return this.#byKey.get(key)
  }

  blockOf(slice: number): HTMLElement | undefined {
    const block = this.galley.blocks[this.galley.slices[slice]?.block ?? -1]
    return block && this.#byKey.get(block.key)
  }

  /** The outermost node that begins with the slice's block. */
  outermostOf(slice: number): HTMLElement | undefined {
    let element = this.blockOf(slice)
    while (element && element !== this.root && isFirst(element)) {
      const parent: HTMLElement | null = element.parentElement
      if (parent === null || parent === this.root) break
      element = parent
    }
    return element
  }

  /** Where the text is cut so that the slice comes first. Reads layout when the cut lies within a block. */
  cutBefore(slice: number): Cut | undefined {
    const index = this.galley.slices[slice]?.index ?? 0
    if (index > 0) {
      const block = this.blockOf(slice)
      return block && findCut(block, lineTop(block, index))
    }
    const node = this.outermostOf(slice)
    return node?.parentNode
      ? { node: node.parentNode, offset: [...node.parentNode.childNodes].indexOf(node) }
      : undefined
  }
}

function isFirst(element: Element): boolean {
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.matches('[data-block]') || before.querySelector('[data-block]')) return false
  }
  return true
}
