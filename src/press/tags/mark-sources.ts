import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { structureType } from './structure-type.js'
import type { TagSource } from './tag-source.js'

/** More than one element ever has as neighbours; few enough that the browser's cache by language stays small. */
const marks = 31

interface Around {
  readonly parent: number
  /** Language that the parent shows to the browser, its mark included. */
  readonly shown: string
  /** Language of the text, for what is in the publication's own. */
  readonly language: string
  /** Within a piece in another language. */
  readonly foreign: boolean
}

/**
 * Gives the elements that will be tags a number (`data-tag`) and a mark by which their tags are found in the printed
 * file. Chromium writes nothing of an element into its tag but the language, and that only where it changes: so every
 * element says a language that differs from its parent's in a private subtag (BCP 47, 2.2.7), which no style, line
 * break or font depends on. Finishing takes the marks out again.
 */
export function markSources(parts: readonly Element[], language: string): TagSource[] {
  const sources: TagSource[] = []
  const calls: { readonly source: number; readonly target: string }[] = []

  const visit = (element: Element, around: Around, ancestors: readonly Element[]): void => {
    const { properties } = element
    if (properties['ariaHidden'] === 'true' || properties['hidden'] === true) return
    const own = properties['lang'] ?? properties['xmlLang']
    const type = structureType(element, ancestors)
    const isForeign = typeof own === 'string' && own !== around.shown
    let inner = around
    if (type !== undefined || isForeign) {
      const index = sources.length
      let mark = String(own)
      if (!isForeign) {
        const subtag = (number: number) =>
          `${around.foreign ? '' : `${around.language}-`}x-k${number % marks}`
        mark = subtag(index) === around.shown ? subtag(index + 1) : subtag(index)
        properties['lang'] = mark
      }
      properties['dataTag'] = String(index)
      if (element.tagName === 'span' && isForeign) properties['role'] ??= 'group'
      const id = typeof properties['id'] === 'string' ? properties['id'] : undefined
      sources.push({
        parent: around.parent,
        type: type ?? 'Span',
        mark,
        ...(isForeign ? { language: mark } : {}),
        ...(type === 'Figure' || type === 'Formula' ? { alternative: alternativeOf(element) } : {}),
        ...(type === 'Lbl' && properties['role'] === 'img' ? { alternative: alternativeOf(element) } : {}),
        ...(element.tagName === 'a' ? { link: true } : {}),
        ...(classesOf(element).includes('dots') ? { dotted: true } : {}),
        ...(id === undefined ? {} : { id }),
      })
      const href = properties['href']
      if (classesOf(element).includes('note-call') && typeof href === 'string')
        calls.push({ source: index, target: href.slice(1) })
      inner = { ...around, parent: index, shown: mark, foreign: around.foreign || isForeign }
    }
    // A picture has an alternative text in place of what is within.
    if (type === 'Figure' || type === 'Formula' || properties['role'] === 'img') return
    for (const child of element.children)
      if (child.type === 'element') visit(child, inner, [...ancestors, element])
  }

  for (const part of parts) visit(part, { parent: -1, shown: language, language, foreign: false }, [])
  return withNotes(sources, calls)
}

function withNotes(
  sources: TagSource[],
  calls: readonly { readonly source: number; readonly target: string }[],
): TagSource[] {
  const byId = new Map(sources.map((source, index) => [source.id, index]))
  const called = new Set<number>()
  for (const { source, target } of calls) {
    const note = byId.get(target)
    const call = sources[source]
    if (note === undefined || call === undefined || called.has(note)) continue
    called.add(note)
    sources[source] = { ...call, note }
  }
  return sources
}

function alternativeOf(element: Element): string {
  const { alt, ariaLabel, alttext, altText } = element.properties
  const text = [alt, ariaLabel, alttext, altText].find((value) => typeof value === 'string' && value !== '')
  return typeof text === 'string' ? text : toString(element).trim()
}

export function classesOf({ properties }: Element): readonly string[] {
  const { className } = properties
  return Array.isArray(className) ? className.map(String) : []
}
