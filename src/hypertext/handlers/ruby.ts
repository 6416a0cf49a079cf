import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import { element, text, type Ruby } from '../../issue/index.js'

/**
 * Interlinear annotation. When the annotation has as many parts, parted by spaces, as the base has characters, each
 * stands over its own (mono ruby), and a line may end between them; else all stands over all (group ruby). CLREQ 3.3.4
 * and 3.3.6. An annotation in letters is `latin`.
 */
export const ruby =
  () =>
  (state: State, node: Ruby): Element[] => {
    const characters = [...node.value]
    const parts = node.annotation.split(/[\s\u3000]+/)
    const pairs: [string, string][] =
      parts.length === characters.length
        ? characters.map((character, index) => [character, parts[index] ?? ''])
        : [[node.value, node.annotation]]
    return pairs.map(([base, annotation]) => {
      const className = /\p{Script=Latin}/u.test(annotation) ? ['latin'] : undefined
      const result = element('ruby', { className }, [
        text(base),
        element('rp', {}, [text('（')]),
        element('rt', {}, [text(annotation)]),
        element('rp', {}, [text('）')]),
      ])
      state.patch(node, result)
      return result
    })
  }
