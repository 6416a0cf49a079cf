import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { visit } from 'unist-util-visit'
import type { Finding } from './finding.js'
import { readContainer, type Entry } from './read-container.js'

/** One `item` of the manifest. */
export interface ManifestItem {
  readonly id: string
  /** Path inside the container. */
  readonly path: string
  readonly mediaType: string
  readonly properties: readonly string[]
}

/** An ebook opened for checking: its entries, and its XML parsed. */
export interface Book {
  readonly entries: readonly Entry[]
  readonly byName: ReadonlyMap<string, Entry>
  readonly packagePath: string
  readonly packageRoot: Root
  readonly manifest: readonly ManifestItem[]
  /** XHTML documents in reading order, then those outside the spine. */
  readonly documents: ReadonlyMap<string, Root>
  /** SVG pictures. */
  readonly pictures: ReadonlyMap<string, Root>
  readonly navigation: Root | undefined
  readonly navigationPath: string
}

/** Opens an ebook; what cannot be read is among the findings, and the book holds the rest. */
export function openBook(bytes: Uint8Array): { readonly book: Book; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const entries = readContainer(bytes)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const parse = (file: string): Root | undefined => {
    const entry = byName.get(file)
    if (entry === undefined) return undefined
    try {
      return fromXml(new TextDecoder('utf-8', { fatal: true }).decode(entry.bytes))
    } catch (error) {
      findings.push({
        rule: 'well-formed',
        file,
        message: error instanceof Error ? error.message : String(error),
      })
      return undefined
    }
  }
  const container = parse('META-INF/container.xml')
  const packagePath = (container && elementsOf(container, 'rootfile')[0]?.attributes['full-path']) ?? ''
  const packageRoot = parse(packagePath) ?? { type: 'root', children: [] }
  const manifest = elementsOf(packageRoot, 'item').map(({ attributes }) => ({
    id: attributes['id'] ?? '',
    path: resolvePath(packagePath, attributes['href'] ?? ''),
    mediaType: attributes['media-type'] ?? '',
    properties: (attributes['properties'] ?? '').split(/\s+/),
  }))
  const spine = elementsOf(packageRoot, 'itemref').map(({ attributes }) => attributes['idref'])
  const rank = ({ id }: ManifestItem) => (spine.includes(id) ? spine.indexOf(id) : spine.length)
  const parseAll = (mediaType: string) =>
    new Map(
      manifest
        .filter((item) => item.mediaType === mediaType)
        .toSorted((a, b) => rank(a) - rank(b))
        .flatMap(({ path }) => {
          const root = parse(path)
          return root ? [[path, root] as const] : []
        }),
    )
  const documents = parseAll('application/xhtml+xml')
  const navigationPath = manifest.find(({ properties }) => properties.includes('nav'))?.path ?? ''
  const book = {
    entries,
    byName,
    packagePath,
    packageRoot,
    manifest,
    documents,
    pictures: parseAll('image/svg+xml'),
    navigation: documents.get(navigationPath),
    navigationPath,
  }
  return { book, findings }
}

/** Every element of this name, in document order. */
export function elementsOf(root: Root | Element, name?: string): Element[] {
  const found: Element[] = []
  visit(root, 'element', (element) => {
    if (name === undefined || element.name === name) found.push(element)
  })
  return found
}

/** Text of an element, as XML has it. */
export function textOf(node: Root | Element): string {
  let text = ''
  visit(node, 'text', ({ value }) => void (text += value))
  return text
}

/** A relative reference, without its fragment, as a path inside the container. */
export function resolvePath(base: string, href: string): string {
  const path = href.replace(/#.*$/s, '')
  if (path === '') return base
  return decodeURIComponent(new URL(path, `container:/${base}`).pathname.slice(1))
}
