import type { Element, ElementContent } from 'hast'
import type { DefListDescriptionNode, DefListNode, DefListTermNode } from 'mdast-util-definition-list'
import type { State } from 'mdast-util-to-hast'
import { element } from '../../issue/index.js'

export const defList =
  () =>
  (state: State, node: DefListNode): Element => {
    // The parser's node is a parent in all but its declared type.
    const parent = node as DefListNode & { type: 'defList' }
    const result = element('dl', {}, state.all(parent))
    state.patch(node, result)
    return result
  }

export const defListTerm =
  () =>
  (state: State, node: DefListTermNode): Element => {
    const result = element('dt', {}, state.all(node))
    state.patch(node, result)
    return result
  }

/** A description of one paragraph holds its text without `p`, as an item of a tight list does. */
export const defListDescription =
  () =>
  (state: State, node: DefListDescriptionNode): Element => {
    const content = state.all(node)
    const [first] = content
    const children: ElementContent[] =
      content.length === 1 && first?.type === 'element' && first.tagName === 'p' ? first.children : content
    const result = element('dd', {}, children)
    state.patch(node, result)
    return result
  }
