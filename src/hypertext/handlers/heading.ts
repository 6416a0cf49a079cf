import type { Element } from 'hast'
import type { Heading } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element } from '../../issue/index.js'
import { plainText } from '../plain-text.js'
import type { Transformation } from '../transformation.js'

/** `h2` to `h6`, always with an id: the author's, or `sec-1`, `sec-1-2` by its place. */
export const heading =
  (transformation: Transformation) =>
  (state: State, node: Heading): Element => {
    const { ids, targets } = transformation
    const level = Math.max(2, node.depth)
    const id = node.data?.attributes?.id ?? ids.make(number(transformation, level), node)
    if (node.data?.attributes?.id !== undefined) number(transformation, level)
    targets.push({
      id,
      kind: 'heading',
      level,
      title: plainText(node, transformation).trim(),
      position: node.position,
    })
    const result = element(`h${level}`, { id }, state.all(node))
    state.patch(node, result)
    return result
  }

function number({ sections }: Transformation, level: number): string {
  const depth = level - 1
  sections.length = Math.min(sections.length, depth)
  while (sections.length < depth) sections.push(sections.length === depth - 1 ? 0 : 1)
  sections[depth - 1] = (sections[depth - 1] ?? 0) + 1
  return `sec-${sections.join('-')}`
}
