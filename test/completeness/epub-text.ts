import type { Element, Nodes } from 'xast'
import { elementsOf, openBook } from '../../src/ebook/check/open-book.js'
import { normalise } from './manuscript-text.js'

/** Text of one document of an ebook, as a reader meets it with long descriptions closed; NFKC, without white space. */
export interface EpubText {
  /** File name without its ending: the part's id. */
  readonly id: string
  /** Everything but notes. */
  readonly text: string
  /** What stands in the article's `.body`: the manuscript's text. */
  readonly body: string
  /** In the order of their first calls, each with its mark. */
  readonly notes: readonly string[]
  /** The entries of 参考文献. */
  readonly references: readonly string[]
  /** Long descriptions of its figures, without their headings. */
  readonly descriptions: readonly string[]
  /** Alternative texts of its pictures. */
  readonly alternatives: readonly string[]
}

/** The documents of the spine in reading order. Ruby reads its base followed by its annotation. */
export function epubText(bytes: Uint8Array): EpubText[] {
  const { book, findings } = openBook(bytes)
  if (findings[0]) throw new Error(`${findings[0].file}: ${findings[0].message}`)
  return [...book.documents]
    .filter(([path]) => path !== book.navigationPath)
    .map(([path, root]) => {
      const elements = elementsOf(root)
      const called = elements.filter(isCall).map(({ attributes }) => attributes['href'])
      const notes = [...new Set(called)].flatMap(
        (href) => elements.find(({ attributes }) => `#${attributes['id']}` === href) ?? [],
      )
      const bibliography = elements.filter(({ attributes }) => attributes['epub:type'] === 'bibliography')
      return {
        id: path.replace(/^.*\//, '').replace(/\.xhtml$/, ''),
        text: joined(elementsOf(root, 'body')),
        body: joined(elements.filter(({ attributes }) => attributes['class'] === 'body')),
        notes: notes.map((note) => normalise(note.children.map(textOf).join(''))),
        references: bibliography.flatMap((list) =>
          elementsOf(list, 'li').map((item) => normalise(textOf(item))),
        ),
        descriptions: elementsOf(root, 'details').map((details) =>
          normalise(
            details.children
              .map((child) => ('name' in child && child.name === 'summary' ? '' : textOf(child)))
              .join(''),
          ),
        ),
        alternatives: elementsOf(root, 'img').flatMap(({ attributes: { alt } }) =>
          alt ? [normalise(alt)] : [],
        ),
      }
    })
}

function joined(elements: readonly Element[]): string {
  return normalise(elements.map(textOf).join(''))
}

function isCall({ attributes }: Element): boolean {
  return attributes['epub:type'] === 'noteref'
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || node.name === 'rp' || node.attributes['epub:type'] === 'footnote') return ''
  return node.children
    .filter((child) => !('name' in child && child.name === 'details'))
    .map(textOf)
    .join('')
}
