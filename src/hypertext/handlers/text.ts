import type { ElementContent } from 'hast'
import type { Text } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element, text as textNode } from '../../issue/index.js'
import type { Transformation } from '../transformation.js'

/** Text with its line ends settled; lines of verse are parted by `br`. */
export const text =
  ({ texts }: Transformation) =>
  (state: State, node: Text): ElementContent | ElementContent[] => {
    const settled = texts.get(node) ?? node.value
    if (typeof settled !== 'string') {
      return settled.flatMap((line, index) => [
        ...(index > 0 ? [element('br', {})] : []),
        ...(line === '' ? [] : [textNode(line)]),
      ])
    }
    const result = textNode(settled)
    state.patch(node, result)
    return result
  }
