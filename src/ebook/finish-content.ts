import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import type { ImageFiles } from '../issue/index.js'

/** Structural semantics (EPUB SSV 1.1) of the ARIA roles that readers of notes look for. Containers of notes have none. */
const typeOfRole: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-footnote': 'footnote',
  'doc-bibliography': 'bibliography',
  'doc-colophon': 'colophon',
  'doc-abstract': 'abstract',
}

/**
 * The tree as it goes into an XHTML document of the ebook: pictures point into the package and have their size,
 * `data-*` and comments are gone, notes carry `epub:type`, MathML its name space.
 */
export function finishContent(tree: Root, images: ImageFiles): ElementContent[] {
  return finishAll(tree.children, images)
}

function finishAll(children: readonly RootContent[], images: ImageFiles): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value }]
    return child.type === 'element' ? [finishElement(child, images)] : []
  })
}

function finishElement(element: Element, images: ImageFiles): Element {
  const properties = finishProperties(element.properties)
  const finished = { ...element, properties, children: finishAll(element.children, images) }
  switch (element.tagName) {
    case 'img':
      return finishImage(finished, images)
    case 'math':
      return finishMath(finished)
    case 'figure':
      return finishFigure(finished)
    case 'th':
      return finishHeader(finished)
    default:
      return finished
  }
}

function finishProperties(properties: Properties): Properties {
  const kept = Object.entries(properties).filter(
    ([name]) => !/^data(?=[A-Z-])/.test(name) && name !== 'epubType' && name !== 'xmlLang',
  )
  const finished: Properties = Object.fromEntries(kept)
  const type = properties['epub:type'] ?? properties['epubType'] ?? typeOfRole[String(properties['role'])]
  if (type !== undefined) finished['epub:type'] = type
  if (typeof properties['lang'] === 'string') finished['xmlLang'] = properties['lang']
  return finished
}

/** The size keeps the page from jumping while pictures load. */
function finishImage(image: Element, images: ImageFiles): Element {
  const { name, asset } = images.fileOf(String(image.properties['src']))
  const size = { width: Math.round(asset.width), height: Math.round(asset.height) }
  return { ...image, properties: { ...image.properties, ...size, src: name } }
}

/** An empty corner of a table heads nothing; as a header it would be announced as one without a name. */
function finishHeader(header: Element): Element {
  if (header.children.length > 0) return header
  const { scope: _, ...properties } = header.properties
  return { ...header, tagName: 'td', properties }
}

/** HTML wants a caption first or last in its figure: what follows a caption in the middle becomes its end. */
function finishFigure(figure: Element): Element {
  const children = figure.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const at = children.findIndex((child) => child.type === 'element' && child.tagName === 'figcaption')
  const caption = children[at]
  if (caption?.type !== 'element' || at === 0) return figure
  const whole = { ...caption, children: [...caption.children, ...children.slice(at + 1)] }
  return { ...figure, children: [...children.slice(0, at), whole] }
}

/** MathML in its own name space, without TeX source that readers lacking MathML would print beside the formula. */
function finishMath(math: Element): Element {
  const semantics = math.children.find((child) => child.type === 'element' && child.tagName === 'semantics')
  const tex = annotationOf(math)
  const alttext = math.properties['alttext'] ?? tex
  const children =
    semantics?.type === 'element'
      ? semantics.children.filter(
          (child) => !(child.type === 'element' && child.tagName.startsWith('annotation')),
        )
      : math.children
  return {
    ...math,
    properties: {
      xmlns: 'http://www.w3.org/1998/Math/MathML',
      ...math.properties,
      ...(alttext ? { alttext } : {}),
    },
    children,
  }
}

/** The TeX that a formula was written in, if its MathML has it. */
export function annotationOf(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    const [text] = child.children
    if (child.tagName === 'annotation' && text?.type === 'text') return text.value
    const inner = annotationOf(child)
    if (inner !== undefined) return inner
  }
  return undefined
}
