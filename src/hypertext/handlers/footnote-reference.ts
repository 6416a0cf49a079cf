import type { Element } from 'hast'
import type { FootnoteReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element, text } from '../../issue/index.js'
import { noteMark } from '../note-mark.js'
import type { Transformation } from '../transformation.js'

/** The call of a note: ①, linked to its text. */
export const footnoteReference =
  ({ notes }: Transformation) =>
  (state: State, node: FootnoteReference): Element | undefined => {
    const call = notes.call(node.identifier)
    if (!call) return undefined
    const result = element(
      'a',
      { className: ['note-call'], role: 'doc-noteref', id: call.id, href: `#note-${call.number}` },
      [text(noteMark(call.number))],
    )
    state.patch(node, result)
    return result
  }
