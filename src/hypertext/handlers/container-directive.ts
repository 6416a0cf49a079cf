import type { Element, ElementContent } from 'hast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { State } from 'mdast-util-to-hast'
import { directiveLabel } from '../directive-label.js'
import { element } from '../../issue/index.js'
import { figureDirective } from '../figure-directive.js'
import { spans } from '../figure.js'
import { plainText } from '../plain-text.js'
import { tableDirective } from '../table-directive.js'
import type { Transformation } from '../transformation.js'

/** Boxed text, figures, tables and the other containers; of an unknown one, reported before, the content stays. */
export const containerDirective =
  (transformation: Transformation) =>
  (state: State, node: ContainerDirective): Element | ElementContent[] => {
    const result = convert(transformation, state, node)
    if (!Array.isArray(result)) state.patch(node, result)
    return result
  }

function convert(
  transformation: Transformation,
  state: State,
  node: ContainerDirective,
): Element | ElementContent[] {
  switch (node.name) {
    case 'figure':
      return figureDirective(transformation, state, node)
    case 'table':
      return tableDirective(transformation, state, node)
    case 'box':
      return box(transformation, state, node)
    case 'pullquote':
      return element('aside', { className: ['pullquote'] }, state.all(node))
    case 'abstract':
      return element('section', { className: ['abstract'] }, state.all(node))
    case 'lacuna':
      return element('div', { className: ['lacuna'], role: 'note' }, state.all(node))
    case 'verse':
    case 'signature':
      return element('div', { className: [node.name] }, state.all(node))
    default:
      return state.all(node)
  }
}

function box(transformation: Transformation, state: State, node: ContainerDirective): Element {
  const { counters, ids, targets } = transformation
  const attributes = node.data?.attributes
  const label = directiveLabel(node)
  const title = label ? plainText(label, transformation).trim() : ''
  counters.box++
  const id = attributes?.id ?? ids.make(`box-${counters.box}`, node)
  const titleId = label ? ids.make(`${id}-title`, node) : undefined
  targets.push({ id, kind: 'box', title, position: node.position })
  const titleElement = label
    ? [element('p', { className: ['box-title'], id: titleId }, state.all(label))]
    : []
  return element('aside', { className: ['box', ...spans(attributes)], id, ariaLabelledBy: titleId }, [
    ...titleElement,
    ...state.all({ ...node, children: node.children.filter((child) => child !== label) }),
  ])
}
