import type { Element } from 'hast'
import type { Image, Paragraph, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { State } from 'mdast-util-to-hast'
import { descriptionsOf, longDescription } from './long-description.js'
import { figureImage, report, titlePrinted } from '../diagnostics/index.js'
import { directiveLabel } from './directive-label.js'
import { element, targetLabel } from '../issue/index.js'
import { caption, spans } from './figure.js'
import { picture } from './picture.js'
import { plainText } from './plain-text.js'
import type { Transformation } from './transformation.js'

/** `:::figure[caption]`: the pictures of paragraphs that hold nothing else, and the rest as source and notes below. */
export function figureDirective(
  transformation: Transformation,
  state: State,
  node: ContainerDirective,
): Element {
  const attributes = node.data?.attributes
  const label = directiveLabel(node)
  const images: Image[] = []
  const rest: RootContent[] = []
  const descriptions = descriptionsOf(node.children)
  for (const child of node.children) {
    if (child === label || descriptions.some((description) => description === child)) continue
    if (child.type === 'paragraph' && isPictures(child)) {
      images.push(...child.children.filter((each) => each.type === 'image'))
    } else rest.push(child)
  }
  if (images.length === 0) report(transformation.file, figureImage, node.position?.start, {})
  for (const image of images) {
    if (image.title) report(transformation.file, titlePrinted, image, { title: image.title, kind: 'figure' })
  }
  const { id, figcaption } = caption(transformation, {
    kind: 'figure',
    node,
    attributes,
    content: label ? state.all(label) : [],
    title: label ? plainText(label, transformation).trim() : '',
  })
  const pictures = images.map((image) => picture(transformation, state, image))
  const figure = element('figure', { className: ['figure', ...spans(attributes)], id }, [
    ...pictures,
    ...figcaption,
    ...credit(state, node, rest),
  ])
  if (descriptions.length === 0) return figure
  const described = transformation.ids.make(`${id ?? 'figure'}-description`, node)
  for (const { properties } of pictures) properties['ariaDetails'] = described
  const numbered = transformation.targets.find((target) => target.id === id)
  figure.children.push(
    longDescription(state, descriptions, { id: described, label: numbered && targetLabel(numbered) }),
  )
  return figure
}

/** What stands below a figure or table: its source, its notes. */
export function credit(state: State, node: ContainerDirective, rest: readonly RootContent[]): Element[] {
  if (rest.length === 0) return []
  // Content of a container may stand in a container.
  const content = state.all({ ...node, children: rest as ContainerDirective['children'] })
  return content.length === 0 ? [] : [element('div', { className: ['credit'] }, content)]
}

function isPictures(node: Paragraph): boolean {
  return (
    node.children.some((child) => child.type === 'image') &&
    node.children.every(
      (child) =>
        child.type === 'image' ||
        child.type === 'break' ||
        (child.type === 'text' && child.value.trim() === ''),
    )
  )
}
