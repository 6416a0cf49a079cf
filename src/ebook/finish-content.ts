import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import type { ImageFiles } from './image-files.js'
import type { PageReferences } from './page-references.js'

export interface FinishContext {
  readonly part: string
  readonly images: ImageFiles
  readonly pages: PageReferences
}

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
 * `data-*` and comments are gone, notes carry `epub:type`, MathML its name space, page references their text.
 */
export function finishContent(tree: Root, context: FinishContext): ElementContent[] {
  return finishAll(bodyOf(tree.children), context)
}

/** A template may hand over a whole HTML document; only what its body holds is wanted. */
function bodyOf(children: readonly RootContent[]): readonly RootContent[] {
  for (const child of children) {
    if (child.type === 'element' && (child.tagName === 'html' || child.tagName === 'body')) {
      const inner = child.children.find((node) => node.type === 'element' && node.tagName === 'body') ?? child
      return inner.type === 'element' ? inner.children : []
    }
  }
  return children
}

function finishAll(children: readonly RootContent[], context: FinishContext): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value }]
    return child.type === 'element' ? finishElement(child, context) : []
  })
}

function finishElement(element: Element, context: FinishContext): ElementContent[] {
  const { properties } = element
  if (hasClass(element, 'page-number')) return finishPageNumber(element, context)
  if (hasClass(element, 'page-reference')) return [finishPageReference(element, context)]
  if (element.tagName === 'img') return [finishImage(element, context)]
  const finished = {
    ...element,
    properties: finishProperties(properties),
    children: finishAll(element.children, context),
  }
  if (element.tagName === 'math') return [finishMath(finished)]
  if (element.tagName === 'figure') return [finishFigure(finished)]
  return [finished]
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

function finishImage(element: Element, { images }: FinishContext): Element {
  const { name, asset } = images.fileOf(String(element.properties['src']))
  const { width, height, ...rest } = finishProperties(element.properties)
  const size = { width: width ?? Math.round(asset.width), height: height ?? Math.round(asset.height) }
  return { ...element, properties: { ...rest, src: name, ...size }, children: [] }
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

function annotationOf(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    const [text] = child.children
    if (child.tagName === 'annotation' && text?.type === 'text') return text.value
    const inner = annotationOf(child)
    if (inner !== undefined) return inner
  }
  return undefined
}

/** A folio in a list of contents: that of the print edition, or nothing. */
function finishPageNumber(element: Element, { pages, part }: FinishContext): ElementContent[] {
  const folio = pages.folio(String(element.properties['dataPageOf']), part)
  if (folio === undefined) return []
  return [
    {
      ...element,
      properties: finishProperties(element.properties),
      children: [{ type: 'text', value: folio }],
    },
  ]
}

/** 第23页 as in print; without a print edition, the name of what stands there. */
function finishPageReference(element: Element, { pages, part }: FinishContext): Element {
  const target = String(element.properties['dataPageOf'] ?? element.properties['href'])
  const folio = pages.folio(target, part) ?? pages.folio(String(element.properties['href']), part)
  const text =
    folio === undefined
      ? (pages.name(target, part) ?? pages.name(String(element.properties['href']), part) ?? '该处')
      : `第${folio}页`
  return {
    ...element,
    properties: finishProperties(element.properties),
    children: [{ type: 'text', value: text }],
  }
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes(name)
}
