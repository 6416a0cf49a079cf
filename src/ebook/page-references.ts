import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { folioOf, type Pagination, type Part } from '../issue/index.js'

/** What a reference to a page says in the ebook: the folio of the print edition, or else the name of its target. */
export interface PageReferences {
  /** @param target `data-page-of` as the edition wrote it */
  folio(target: string, part: string): string | undefined
  name(target: string, part: string): string | undefined
}

/**
 * @param pagination pages of the print edition; its ids are `PART--ID`, or `PART` for the part itself
 */
export function pageReferences(
  parts: readonly Part<Root>[],
  pagination: Pagination | undefined,
): PageReferences {
  const names = new Map<string, string>()
  for (const part of parts) {
    names.set(part.id, `《${part.title}》`)
    visit(part.content, 'element', (element) => {
      const { id } = element.properties
      const name = typeof id === 'string' ? nameOf(element) : undefined
      if (name) names.set(`${part.id}--${String(id)}`, name)
    })
  }
  return {
    folio: (target, part) =>
      pagination && (folioOf(pagination, target) ?? folioOf(pagination, printId(target, part))),
    name: (target, part) => names.get(target) ?? names.get(printId(target, part)),
  }
}

/** `b.xhtml#x`, `b.xhtml`, `#x` and `x` in part `a`, as the print edition calls them: `b--x`, `b`, `a--x`, `a--x`. */
function printId(target: string, part: string): string {
  const [, file, id] = /^(?:(.*)\.xhtml)?#?(.*)$/s.exec(target) ?? []
  return id ? `${file ?? part}--${id}` : (file ?? part)
}

function nameOf(element: Element): string | undefined {
  if (/^h[1-6]$/.test(element.tagName)) return `“${toString(element).trim()}”`
  let label: string | undefined
  visit(element, 'element', (child) => {
    const { className } = child.properties
    if (label === undefined && Array.isArray(className) && className.includes('label'))
      label = toString(child)
  })
  return element.tagName === 'figure' ? label : undefined
}
