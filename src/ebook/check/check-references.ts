import type { Element, Root } from 'xast'
import type { Finding } from './finding.js'
import { elementsOf, resolvePath, type Book } from './open-book.js'

/** Every id is there once, every link and picture leads to something inside the book, every note is called and returns. */
export function checkReferences(book: Book): Finding[] {
  const ids = new Map([...book.documents].map(([path, root]) => [path, idsOf(root)]))
  return [...book.documents].flatMap(([file, root]) => [
    ...doubledIds(file, root),
    ...elementsOf(root).flatMap((element) => checkTargets(book, ids, file, element)),
    ...elementsOf(root).flatMap((element) => checkNames(ids.get(file), file, element)),
    ...checkNotes(file, root),
  ])
}

function idsOf(root: Root): Set<string> {
  return new Set(elementsOf(root).flatMap(({ attributes }) => attributes['id'] ?? []))
}

function doubledIds(file: string, root: Root): Finding[] {
  const seen = new Set<string>()
  return elementsOf(root).flatMap(({ attributes: { id } }): Finding[] => {
    if (!id) return []
    const doubled = seen.has(id)
    seen.add(id)
    return doubled ? [{ rule: 'ids-unique', file, message: `id ${id} stands twice` }] : []
  })
}

function checkTargets(
  { byName }: Book,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  file: string,
  { name, attributes }: Element,
): Finding[] {
  const isLink = name === 'a'
  const target = attributes['src'] ?? attributes['href'] ?? attributes['xlink:href']
  if (!target) return []
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return isLink ? [] : [{ rule: 'files-local', file, message: `${target} is not in the book` }]
  }
  const path = resolvePath(file, target)
  if (!byName.has(path)) return [{ rule: 'files-exist', file, message: `${target} is not in the book` }]
  const id = /#(.+)$/s.exec(target)?.[1]
  const known = id === undefined || (ids.get(path)?.has(decodeURIComponent(id)) ?? true)
  return known ? [] : [{ rule: 'targets-exist', file, message: `${target} leads nowhere` }]
}

/** Ids that say what names or describes an element are there. */
function checkNames(ids: ReadonlySet<string> | undefined, file: string, { attributes }: Element): Finding[] {
  return ['aria-labelledby', 'aria-describedby', 'aria-details'].flatMap((name) =>
    (attributes[name] ?? '')
      .split(/\s+/)
      .filter((id) => id !== '' && !ids?.has(id))
      .map((id) => ({ rule: 'targets-exist', file, message: `${name} names ${id}, which is not there` })),
  )
}

/** A call leads to a typed note of its document, and the note leads back to a call of it. */
function checkNotes(file: string, root: Root): Finding[] {
  const elements = elementsOf(root)
  const calls = elements.filter(({ attributes }) => attributes['epub:type'] === 'noteref')
  const notes = elements.filter(({ attributes }) => attributes['epub:type'] === 'footnote')
  const idsOfNote = (note: Element) => elementsOf(note).map(({ attributes }) => `#${attributes['id']}`)
  const noteIds = new Set(notes.flatMap(idsOfNote))
  const stray = calls.filter(({ attributes }) => !noteIds.has(attributes['href'] ?? ''))
  const mute = notes.filter((note) => {
    const callIds = calls
      .filter(({ attributes }) => idsOfNote(note).includes(attributes['href'] ?? ''))
      .map(({ attributes }) => `#${attributes['id']}`)
    return !elementsOf(note, 'a').some(({ attributes }) => callIds.includes(attributes['href'] ?? ''))
  })
  return [
    ...stray.map(({ attributes }) => ({
      rule: 'notes-linked',
      file,
      message: `the call ${attributes['id']} has no note`,
    })),
    ...mute.map(({ attributes }) => ({
      rule: 'notes-linked',
      file,
      message: `the note ${attributes['id']} has no way back`,
    })),
  ]
}
