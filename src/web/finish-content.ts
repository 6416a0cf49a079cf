import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import type { ImageFiles } from '../issue/index.js'
import { labels } from './labels.js'

/**
 * The tree as it goes into a page of the site: pictures point into the site, figures open in full size, captions stand
 * where HTML wants them, and nothing is left of what only the other stages read.
 */
export function finishContent(tree: Root, images: ImageFiles): ElementContent[] {
  return finishAll(tree.children, { images, figure: undefined, zooms: { count: 0 } })
}

interface Surroundings {
  readonly images: ImageFiles
  /** Figure around the element. */
  readonly figure: Element | undefined
  /** Pictures of the page that open so far. */
  readonly zooms: { count: number }
}

function finishAll(children: readonly RootContent[], around: Surroundings): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value }]
    return child.type === 'element' ? finishElement(child, around) : []
  })
}

function finishElement(element: Element, around: Surroundings): ElementContent[] {
  const inner = element.tagName === 'figure' ? { ...around, figure: element } : around
  const finished: Element = {
    type: 'element',
    tagName: element.tagName,
    properties: finishProperties(element.properties),
    children: finishAll(element.children, inner),
  }
  switch (element.tagName) {
    case 'img':
      return finishImage(finished, around)
    case 'figure':
      return [finishFigure(finished)]
    case 'table':
      return [scrollable(finished)]
    case 'th':
      return [finishHeader(finished)]
    case 'pre':
      return [focusable(finished, labels.code)]
    case 'section':
      return [hasHeading(finished) ? finished : { ...finished, tagName: 'div' }]
    case 'p':
      return [classOf(finished).includes('notes-title') ? { ...finished, tagName: 'h2' } : finished]
    case 'span':
      return [pageMark(finished)]
    case 'div':
      return [
        classOf(finished).includes('equation') ? focusable(finished, labels.equation) : pageMark(finished),
      ]
    default:
      return [finished]
  }
}

/** The mark of a printed page has no words of its own: the style sheet shows its number, and screen readers read that. */
function pageMark(element: Element): Element {
  const { role, id, ariaLabel } = element.properties
  if (role !== 'doc-pagebreak') return element
  return { ...element, properties: { id, className: ['page-mark'], dataPage: ariaLabel } }
}

function hasHeading({ children }: Element): boolean {
  return children.some(
    (child) => child.type === 'element' && (/^h[1-6]$/u.test(child.tagName) || hasHeading(child)),
  )
}

function classOf({ properties }: Element): string[] {
  const { className } = properties
  return Array.isArray(className) ? className.map(String) : []
}

/** What is wider than a phone moves in a box of its own; the box takes the focus, so that keys move it too. */
function focusable(element: Element, name: string): Element {
  return { ...element, properties: { ...element.properties, tabIndex: 0, role: 'group', ariaLabel: name } }
}

function finishProperties(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name]) => !/^data(?=[A-Z-])/.test(name) && name !== 'epub:type' && name !== 'epubType',
    ),
  )
}

/**
 * A picture of a figure is a link to itself: followed, `:target` lays it over the page (see the style sheet), and the link
 * after it closes it again. Without the style sheet both are plain links. No script is needed.
 */
function finishImage(image: Element, { images, figure, zooms }: Surroundings): ElementContent[] {
  const { name, asset } = images.fileOf(String(image.properties['src']))
  const size = { width: Math.round(asset.width), height: Math.round(asset.height) }
  const { role, ...properties } = image.properties
  const { alt } = properties
  // Empty alternative text says already that the picture is an ornament.
  const kept = role === undefined || alt === '' ? properties : { ...properties, role }
  const finished = { ...image, properties: { ...kept, ...size, src: name } }
  if (figure === undefined || typeof alt !== 'string' || alt === '') return [finished]
  zooms.count += 1
  const id = `zoom-${zooms.count}`
  return [
    link(['zoom'], `#${id}`, [finished], { id }),
    link(['zoom-close'], `#${figure.properties['id'] ?? 'main'}`, [{ type: 'text', value: labels.close }]),
  ]
}

function link(
  className: string[],
  href: string,
  children: ElementContent[],
  properties: Properties = {},
): Element {
  return { type: 'element', tagName: 'a', properties: { className, href, ...properties }, children }
}

/** HTML wants a caption first or last in its figure: what follows a caption in the middle becomes its end. */
function finishFigure(figure: Element): Element {
  const children = figure.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const at = children.findIndex((child) => child.type === 'element' && child.tagName === 'figcaption')
  const caption = children[at]
  if (caption?.type !== 'element' || at === 0) return { ...figure, children }
  const whole = { ...caption, children: [...caption.children, ...children.slice(at + 1)] }
  return { ...figure, children: [...children.slice(0, at), whole] }
}

function scrollable(table: Element): Element {
  const box: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className: ['table-box'] },
    children: [table],
  }
  return focusable(box, labels.table)
}

/** An empty corner of a table heads nothing; as a header it would be announced as one without a name. */
function finishHeader(header: Element): Element {
  if (header.children.length > 0) return header
  const { scope: _, ...properties } = header.properties
  return { ...header, tagName: 'td', properties }
}
