import type { Element, ElementContent } from 'hast'
import type { Image } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { Node } from 'unist'
import { element, text, targetLabel } from '../issue/index.js'
import type { Attributes } from '../issue/index.js'
import { withResolvedMarks } from './marks/resolve-marks.js'
import { picture } from './picture.js'
import type { Transformation } from './transformation.js'

interface Caption {
  readonly kind: 'figure' | 'table'
  readonly node: Node
  readonly attributes: Attributes | undefined
  readonly content: readonly ElementContent[]
  /** Plain text of `content`. */
  readonly title: string
}

/**
 * Numbers a figure or table that has a caption, records it as a target, and gives its id and `figcaption`. Without a
 * caption there is no label and no number (CY/T 171-2019).
 */
export function caption(
  { counters, ids, targets }: Transformation,
  { kind, node, attributes, content, title }: Caption,
): { readonly id: string | undefined; readonly figcaption: readonly Element[] } {
  const hasCaption = title !== '' || content.length > 0
  const number = hasCaption ? ++counters[kind] : undefined
  const made = kind === 'figure' ? 'fig' : 'tab'
  const id = attributes?.id ?? (number === undefined ? undefined : ids.make(`${made}-${number}`, node))
  if (id !== undefined) targets.push({ id, kind, number, title, position: node.position })
  const label = targetLabel({ kind, number })
  if (label === undefined) return { id, figcaption: [] }
  const english = attributes?.values['caption-en']
  return {
    id,
    figcaption: [
      element('figcaption', {}, [
        element('span', { className: ['label'] }, [text(label)]),
        element('span', { className: ['caption'] }, content),
        ...(english ? [element('span', { className: ['caption-en'], lang: 'en' }, [text(english)])] : []),
      ]),
    ],
  }
}

/** A picture that stands alone: its title is the caption. */
export function figure(transformation: Transformation, state: State, node: Image): Element {
  const attributes = node.data?.attributes
  const title = withResolvedMarks(node.title?.trim() ?? '', transformation.language)
  const { id, figcaption } = caption(transformation, {
    kind: 'figure',
    node,
    attributes,
    content: title === '' ? [] : [text(title)],
    title,
  })
  const result = element('figure', { className: ['figure', ...spans(attributes)], id }, [
    picture(transformation, state, node),
    ...figcaption,
  ])
  state.patch(node, result)
  return result
}

/** `wide` and `full`, the classes by which an author lets a float go beyond its column. */
export function spans(attributes: Attributes | undefined): string[] {
  return (attributes?.classes ?? []).filter((name) => name === 'wide' || name === 'full')
}
