import type { Element as HtmlElement } from 'hast'
import type { Element } from 'xast'
import { x } from '../../issue/index.js'
import type { BlockAll } from './block-handler.js'
import { elementsOf } from './html-element.js'
import { inlineAll } from './inline.js'

export function list(element: HtmlElement, blockAll: BlockAll): Element {
  const { start } = element.properties
  return x(
    'list',
    {
      'list-type': element.tagName === 'ol' ? 'order' : 'bullet',
      'specific-use': typeof start === 'number' && start !== 1 ? `start-${start}` : undefined,
    },
    elementsOf(element).map((item) => x('list-item', {}, blockAll(item.children))),
  )
}

/** Several terms in a row share the definitions that follow. */
export function definitions(element: HtmlElement, blockAll: BlockAll): Element {
  const items: Element[] = []
  for (const child of elementsOf(element)) {
    const last = items.at(-1)
    if (child.tagName === 'dt') items.push(x('def-item', {}, x('term', {}, inlineAll(child.children))))
    else if (last) last.children.push(x('def', {}, blockAll(child.children)))
  }
  return x('def-list', {}, items)
}
