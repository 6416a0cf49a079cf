import type { Element } from 'hast'
import type { Break } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element } from '../../issue/index.js'

/** A line end that the author wants. */
export const lineBreak =
  () =>
  (state: State, node: Break): Element => {
    const result = element('br', {})
    state.patch(node, result)
    return result
  }
