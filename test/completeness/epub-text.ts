import { visit } from 'unist-util-visit'
import type { Element, Nodes } from 'xast'
import { elementsOf, openBook } from '../../src/ebook/check/open-book.js'

/** Text of one document of an ebook, as a reader meets it. */
export interface EpubText {
  /** File name without its ending: the part's id. */
  readonly id: string
  /**
   * NFKC, without white space. Text that the build made (marks of notes, labels of figures, headings of lists) stands
   * between U+E000 and U+E001, a note's text between U+E002 and U+E003 at its first call.
   */
  readonly text: string
}

/** Classes whose text the build makes; the manuscript does not have it. */
const generatedClasses = new Set(
  'note-call note-number label equation-number citation notes-title run-in checkbox page-number'.split(' '),
)

/** The documents of the spine in reading order, notes in place. Ruby is its base followed by its annotation. */
export function epubText(bytes: Uint8Array): EpubText[] {
  const { book, findings } = openBook(bytes)
  if (findings[0]) throw new Error(`${findings[0].file}: ${findings[0].message}`)
  return [...book.documents]
    .filter(([path]) => path !== book.navigationPath)
    .map(([path, root]) => {
      const notes = new Map(
        elementsOf(root)
          .filter(({ attributes }) => attributes['epub:type'] === 'footnote')
          .map((note) => [`#${note.attributes['id']}`, note]),
      )
      const [body] = elementsOf(root, 'body')
      const text = body ? textOf(body, notes) : ''
      return { id: path.replace(/^.*\//, '').replace(/\.xhtml$/, ''), text: normalise(text) }
    })
}

/** White space removed, NFKC: the form in which manuscript and output are compared. */
export function normalise(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/** The same text without what the build made, notes still in place. */
export function withoutGenerated(text: string): string {
  return text.replace(/\uE000[^\uE001]*\uE001/g, '')
}

/** @param notes those not yet called, by `#id`; a note is taken out at its first call */
function textOf(node: Nodes, notes: Map<string, Element>): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const { name, attributes, children } = node
  if (name === 'rp' || name === 'annotation' || attributes['epub:type'] === 'footnote') return ''
  const inner = () => children.map((child) => textOf(child, notes)).join('')
  if (attributes['epub:type'] === 'noteref')
    return `\uE000${inner()}\uE001${noteText(attributes['href'] ?? '', notes)}`
  return isGenerated(node) ? `\uE000${inner()}\uE001` : inner()
}

function noteText(href: string, notes: Map<string, Element>): string {
  const note = notes.get(href)
  if (!note) return ''
  notes.delete(href)
  return `\uE002${note.children.map((child) => textOf(child, notes)).join('')}\uE003`
}

function isGenerated({ name, attributes }: Element): boolean {
  if ((attributes['class'] ?? '').split(' ').some((word) => generatedClasses.has(word))) return true
  return name === 'h2' && attributes['id'] === 'references'
}

/** Every picture's alternative text, in reading order: the manuscript has it too. */
export function epubAlternatives(bytes: Uint8Array): string[] {
  const found: string[] = []
  for (const [, root] of openBook(bytes).book.documents) {
    visit(root, 'element', ({ name, attributes }) => {
      if (name === 'img' && attributes['alt']) found.push(normalise(attributes['alt']))
    })
  }
  return found
}
