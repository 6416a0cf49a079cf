import type { Element, ElementContent, Root } from 'hast'
import { element, type Note } from '../issue/index.js'
import { addressId } from './address.js'
import { addressContent, type Addressing } from './address-tree.js'

/**
 * The notes of an article, after its text. On the web and in print they are an ordered list, in print until the
 * composer puts each at the foot of the page that calls it; in the ebook each is an `aside` of its own, so that reading systems can show it beside its call.
 */
export function notesSection(notes: readonly Note[], addressing: Addressing): Root {
  if (notes.length === 0) return { type: 'root', children: [] }
  const { edition } = addressing.destinations
  const items = notes.map((note) =>
    edition === 'ebook' ? aside(note, addressing) : listItem(note, addressing),
  )
  return {
    type: 'root',
    children: [
      element('section', { className: ['notes'], role: 'doc-endnotes' }, [
        element('p', { className: ['notes-title'] }, [{ type: 'text', value: '注释' }]),
        ...(edition === 'ebook' ? items : [element('ol', { className: ['notes-list'] }, items)]),
      ]),
    ],
  }
}

function listItem(note: Note, addressing: Addressing): Element {
  return element(
    'li',
    { className: ['note'], id: idOf(note, addressing), ...sourceOf(note) },
    numbered(note, addressing),
  )
}

function aside(note: Note, addressing: Addressing): Element {
  return element(
    'aside',
    { className: ['note'], id: idOf(note, addressing), role: 'doc-footnote', 'epub:type': 'footnote' },
    numbered(note, addressing),
  )
}

function idOf(note: Note, { destinations, articleId }: Addressing): string {
  return addressId(destinations.edition, articleId, note.id)
}

function sourceOf({ position }: Note): Record<string, string> {
  if (position === undefined) return {}
  const { start, end } = position
  return { dataSource: `${start.line}:${start.column}-${end.line}:${end.column}` }
}

/** The note's mark, linked back to its first call, stands at the head of its first paragraph. */
function numbered(note: Note, addressing: Addressing): ElementContent[] {
  const [call] = note.calls
  const { destinations, articleId } = addressing
  const mark = element(
    'a',
    {
      className: ['note-number'],
      role: 'doc-backlink',
      ...(call === undefined ? {} : { href: `#${addressId(destinations.edition, articleId, call)}` }),
    },
    [{ type: 'text', value: note.mark }],
  )
  const content = addressContent(note.content, addressing)
  const first = content.findIndex((child) => child.type === 'element')
  const paragraph = content[first]
  if (paragraph?.type === 'element' && paragraph.tagName === 'p')
    return content.with(first, { ...paragraph, children: [mark, ...paragraph.children] })
  return [element('p', {}, [mark]), ...content]
}
