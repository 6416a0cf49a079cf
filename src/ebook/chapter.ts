import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Part } from '../issue/index.js'

/** A heading of an article that the navigation lists. */
export interface Heading {
  readonly id: string
  /** 2 to 6. */
  readonly depth: number
  readonly text: string
}

/** A numbered figure or table. */
export interface Illustration {
  readonly kind: 'figure' | 'table'
  readonly id: string
  /** 图1 and its caption. */
  readonly text: string
}

/** What the package says about the content of one document. */
export interface ContentFacts {
  readonly headings: readonly Heading[]
  readonly illustrations: readonly Illustration[]
  /** Folio and id of each print page that begins in the document. */
  readonly pages: readonly { readonly folio: string; readonly id: string }[]
  readonly hasMath: boolean
  readonly hasSvg: boolean
  readonly hasRuby: boolean
  readonly hasNotes: boolean
  readonly hasTables: boolean
  readonly hasLongDescriptions: boolean
  /** Pictures that are not ornaments. */
  readonly pictures: number
  /** Those of them with alternative text. */
  readonly describedPictures: number
}

/** One document of the spine, finished. */
export interface Chapter {
  readonly part: Part<Root>
  /** Below `OEBPS/`. */
  readonly name: string
  readonly text: string
  readonly facts: ContentFacts
}

/** Reads from the finished tree what manifest, navigation and accessibility metadata have to say about it. */
export function surveyContent(content: readonly ElementContent[]): ContentFacts {
  const headings: Heading[] = []
  const illustrations: Illustration[] = []
  const pages: { folio: string; id: string }[] = []
  const seen = new Set<string>()
  let [pictures, describedPictures, hasNotes] = [0, 0, false]
  visit({ type: 'root', children: [...content] } as Root, 'element', (element) => {
    const { id, role, alt, ariaLabel } = element.properties
    const type = element.properties['epub:type']
    seen.add(element.tagName)
    if (type === 'pagebreak' && typeof id === 'string') pages.push({ folio: String(ariaLabel), id })
    if (type === 'footnote') hasNotes = true
    if (element.tagName === 'img' && role !== 'presentation' && !isFormula(element)) {
      pictures++
      if (typeof alt === 'string' && alt.trim() !== '') describedPictures++
    }
    if (typeof id !== 'string') return
    if (/^h[2-6]$/.test(element.tagName)) {
      headings.push({ id, depth: Number(element.tagName.charAt(1)), text: plainText(element) })
    }
    const illustration = element.tagName === 'figure' ? illustrationOf(element, id) : undefined
    if (illustration) illustrations.push(illustration)
  })
  return {
    headings,
    illustrations,
    pages,
    hasMath: seen.has('math'),
    hasSvg: seen.has('svg'),
    hasRuby: seen.has('ruby'),
    hasTables: seen.has('table'),
    hasLongDescriptions: seen.has('details'),
    hasNotes,
    pictures,
    describedPictures,
  }
}

/** A formula again, for readers without MathML. */
function isFormula({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('formula-picture')
}

function illustrationOf(figure: Element, id: string): Illustration | undefined {
  const { className } = figure.properties
  const parts: string[] = []
  visit(figure, 'element', (element) => {
    const names = element.properties['className']
    if (Array.isArray(names) && (names.includes('label') || names.includes('caption')))
      parts.push(plainText(element))
  })
  if (parts.length === 0) return undefined
  const kind = Array.isArray(className) && className.includes('table') ? 'table' : 'figure'
  return { kind, id, text: parts.join('　') }
}

/** Text for navigation: no ruby, no calls of notes or citations, white space collapsed. */
export function plainText(node: ElementContent): string {
  return textOf(node).replace(/\s+/g, ' ').trim()
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.tagName === 'rt' || node.tagName === 'rp') return ''
  const { role, className, alttext } = node.properties
  if (role === 'doc-noteref' || role === 'doc-pagebreak') return ''
  if (Array.isArray(className) && className.includes('citation')) return ''
  if (node.tagName === 'math' && typeof alttext === 'string') return alttext
  return node.children.map(textOf).join('')
}
