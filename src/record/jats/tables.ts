import type { Element as HtmlElement } from 'hast'
import type { Element, ElementContent } from 'xast'
import { x, type XmlChild } from '../../issue/index.js'
import type { BlockAll } from './block-handler.js'
import { classOf, elementsOf, isBlock } from './html-element.js'
import { inlineAll } from './inline.js'

/** XHTML's table model, which JATS shares. */
export function table(element: HtmlElement, blockAll: BlockAll): Element {
  return x('table', {}, tableParts(element, blockAll))
}

const tableNames = new Set('thead tbody tfoot tr th td colgroup col'.split(' '))
const tableAttributes: Readonly<Record<string, string>> = {
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  scope: 'scope',
  span: 'span',
}

function tableParts(element: HtmlElement, blockAll: BlockAll): ElementContent[] {
  return elementsOf(element)
    .filter(({ tagName }) => tableNames.has(tagName))
    .map((part) => {
      const attributes: Record<string, string> = {}
      for (const [name, written] of Object.entries(tableAttributes)) {
        const value = part.properties[name]
        if (value !== undefined && value !== null) attributes[written] = String(value)
      }
      const align = classOf(part).find((name) => name.startsWith('align-'))
      if (align) attributes['align'] = align.slice('align-'.length)
      const isCell = part.tagName === 'td' || part.tagName === 'th'
      return x(part.tagName, attributes, isCell ? cell(part, blockAll) : tableParts(part, blockAll))
    })
}

function cell(part: HtmlElement, blockAll: BlockAll): XmlChild {
  const hasBlocks = elementsOf(part).some(isBlock)
  return hasBlocks ? blockAll(part.children) : inlineAll(part.children)
}
