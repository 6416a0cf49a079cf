import type { Element, ElementContent } from 'hast'
import type { Image, Paragraph } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { element } from '../../issue/index.js'
import { figure } from '../figure.js'
import type { Transformation } from '../transformation.js'

const indent = /^[\u3000\s]+/

/**
 * `p`, or a figure when a picture stands alone. Ideographic spaces at its start are an indent and go. What is all bold
 * leads in the text after it, as an interview's questions do (`p.lead`).
 */
export const paragraph =
  (transformation: Transformation) =>
  (state: State, node: Paragraph): Element | undefined => {
    const image = loneImage(node)
    if (image) return figure(transformation, state, image)
    const children = withoutIndent(state.all(node))
    if (children.length === 0) return undefined
    const result = element('p', isAllBold(node) ? { className: ['lead'] } : {}, children)
    state.patch(node, result)
    return result
  }

function isAllBold({ children }: Paragraph): boolean {
  return (
    children[0]?.type === 'strong' &&
    children.every(({ type }) => type === 'strong' || type === 'footnoteReference')
  )
}

/** The picture of a paragraph that holds nothing else. */
export function loneImage(node: Paragraph): Image | undefined {
  const rest = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
  const [image] = rest
  return rest.length === 1 && image?.type === 'image' ? image : undefined
}

function withoutIndent(children: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = children
  if (first?.type !== 'text' || !indent.test(first.value)) return [...children]
  const value = first.value.replace(indent, '')
  return value === '' ? rest : [{ ...first, value }, ...rest]
}
