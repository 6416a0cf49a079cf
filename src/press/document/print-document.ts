import type { Element, ElementContent, Root, RootContent } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { CONTINUE, EXIT, SKIP, visit } from 'unist-util-visit'
import { element, type Assets, type Publication, type SubsetFace } from '../../issue/index.js'
import type { DocumentFile } from '../browser/index.js'
import type { OutlineEntry } from '../outline-entry.js'
import { markSources, type TagSource } from '../tags/index.js'
import { documentCss } from './document-css.js'
import { fontFaceCss } from './font-face-css.js'
import { inlineDrawing } from './inline-drawing.js'
import { outlineTargets, planOutline } from './plan-outline.js'

export interface PrintDocumentInput {
  readonly publication: Publication<Root>
  /** The theme's style sheet for print. */
  readonly css: string
  /** `@page` rules: sheet size, margins, running heads and folios. Pages are named after parts, see `pageName`. */
  readonly pageRules: string
  readonly faces: readonly SubsetFace[]
  readonly assets: Assets
}

/** One HTML document with everything that it may read; nothing else can be reached from it. */
export interface PrintDocument {
  /** File contents by name; `index.html` is the document. Names are ASCII and without folders. */
  readonly files: ReadonlyMap<string, DocumentFile>
  /** Sections, articles and their headings; each has a destination in the printed file. */
  readonly outline: readonly OutlineEntry[]
  /** Elements that will be tags, in document order; each has its index in `data-tag`. */
  readonly tagSources: readonly TagSource[]
}

/** Scripts, frames, forms, objects: nothing. Pictures, fonts and style sheets: files beside the document. */
const policy =
  "default-src 'none'; img-src file: data:; font-src file:; style-src file: 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * Writes a publication as one HTML document for print, with its style sheet, fonts and pictures beside it.
 *
 * Each part stands in `<div class="part part-KIND" data-part="ID">`, whose pages are named `ID` (CSS named pages).
 * Chromium writes a named destination into the PDF only for an id that something links to, so every id whose page
 * somebody asks for is linked from a list that is not displayed and leaves no trace in text or tags.
 *
 * @throws Error when a tree names a picture that is not among the assets: loading should have reported it
 */
export function printDocument(input: PrintDocumentInput): PrintDocument {
  const { publication, faces, assets } = input
  const files = new Map<string, DocumentFile>()
  const pictures = new Map<string, string>()
  const pictureFile = (path: string): string => {
    const known = pictures.get(path)
    if (known !== undefined) return known
    const asset = assets.get(path)
    if (asset === undefined)
      throw new Error(`A tree names the picture ${path}, which is not among the assets`)
    const name = `picture-${pictures.size + 1}.${extensions[asset.mediaType]}`
    pictures.set(path, name)
    files.set(name, () => asset.bytes)
    return name
  }

  const parts = publicationParts(publication)
  const linked = new Set<string>(publication.parts.map((part) => part.id))
  let drawings = 0
  const draw = (image: Element, path: string): Element => {
    const asset = assets.get(path)
    if (asset?.mediaType !== 'image/svg+xml')
      return { ...image, properties: { ...image.properties, src: pictureFile(path) } }
    drawings += 1
    return inlineDrawing(image, asset, `drawing-${drawings}-`)
  }
  for (const part of parts) prepare(part, draw, linked)
  const outline = planOutline(publication)
  for (const id of outlineTargets(outline)) linked.add(id)
  for (const face of faces) files.set(face.fileName, face.bytes)
  files.set(
    'style.css',
    [fontFaceCss(faces), documentCss(publication), input.css, input.pageRules].join('\n'),
  )

  const { language, periodical } = publication.metadata
  const tagSources = markSources(parts, language)
  const html = element('html', { lang: language }, [
    element('head', {}, [
      element('meta', { charSet: 'utf-8' }),
      element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
      element('title', {}, [{ type: 'text', value: periodical.title }]),
      element('link', { rel: ['stylesheet'], href: 'style.css' }),
    ]),
    element('body', {}, [...parts, destinations(linked)]),
  ])
  const tree: Root = { type: 'root', children: [{ type: 'doctype' }, html] }
  files.set('index.html', unified().use(rehypeStringify).stringify(tree))
  return { files, outline, tagSources }
}

const extensions = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
} as const

function publicationParts(publication: Publication<Root>): Element[] {
  return publication.parts.map((part) => {
    const children = structuredClone(part.content).children.filter(isContent)
    const wrapper = element(
      'div',
      {
        className: ['part', `part-${part.kind}`],
        dataPart: part.id,
      },
      children,
    )
    if (!hasId(wrapper, part.id)) wrapper.properties['id'] = part.id
    return wrapper
  })
}

function isContent(node: RootContent): node is ElementContent {
  return node.type !== 'doctype'
}

function hasId(tree: Element, id: string): boolean {
  let found = false
  visit(tree, 'element', (node) => {
    if (node.properties['id'] !== id) return CONTINUE
    found = true
    return EXIT
  })
  return found
}

/** Points pictures to their files, puts drawings into the text, and gathers the targets of page references. */
function prepare(tree: Element, draw: (image: Element, path: string) => Element, linked: Set<string>): void {
  visit(tree, 'element', (node, index, parent) => {
    const { src, dataPageOf } = node.properties
    if (typeof dataPageOf === 'string') linked.add(dataPageOf)
    if (node.tagName !== 'img' || typeof src !== 'string' || index === undefined || parent === undefined)
      return CONTINUE
    parent.children[index] = draw(node, src)
    return SKIP
  })
}

function destinations(ids: ReadonlySet<string>): Element {
  return element(
    'nav',
    { id: 'kanben-destinations', hidden: true, ariaHidden: 'true' },
    [...ids].map((id) => element('a', { href: `#${id}` })),
  )
}
