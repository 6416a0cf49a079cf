import type { ElementContent, Root } from 'hast'
import { toXast } from 'hast-util-to-xast'
import type { Element } from 'xast'
import type { Part, PartKind } from '../issue/index.js'
import type { WritingMode } from './base-rules.js'
import { writeXhtml } from './write-xhtml.js'

const divisions: Readonly<Record<PartKind, string>> = {
  cover: 'cover',
  contents: 'frontmatter',
  article: 'bodymatter',
  colophon: 'backmatter',
}

/** File name of a part's document, beside the package document. */
export function documentName(part: { readonly id: string }): string {
  return `${part.id}.xhtml`
}

/** One XHTML document of the spine (EPUB 3.3 §6.1). */
export function writeSpineDocument(
  part: Part<Root>,
  content: readonly ElementContent[],
  language: string,
  writingMode: WritingMode,
): string {
  const vertical = writingMode === 'vertical-rl' ? ['vertical'] : []
  const properties = {
    className: ['ebook', `ebook-${part.kind}`, ...vertical],
    'epub:type': divisions[part.kind],
  }
  const body = toXast({ type: 'element', tagName: 'body', properties, children: [...content] })
  // An element becomes an element.
  return writeXhtml(part.title, language, body as Element)
}
