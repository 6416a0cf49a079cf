import { extractRest } from './extract-rest.js'
import { findCut, type Cut } from './find-cut.js'

/** Beginnings of a note's parts within it, by strip. Reads layout. */
export function readNoteCuts(note: HTMLElement, strips: readonly number[]): Cut[] {
  const offsets = stripOffsets(note)
  const top = note.getBoundingClientRect().top
  return strips.flatMap((strip) => findCut(note, top + (offsets[strip] ?? 0)) ?? [])
}

/** Px from the note's top to each strip, and to its end. */
export function stripOffsets(note: HTMLElement): number[] {
  return (note.dataset['strips'] ?? '0').split(' ').map(Number)
}

/** Cuts a note; its parts in order, the first of which is the note itself. */
export function cutNote(note: HTMLElement, cuts: readonly Cut[]): HTMLElement[] {
  const parts: HTMLElement[] = []
  for (const cut of cuts.toReversed()) {
    const rest = note.cloneNode(false) as HTMLElement // the clone of an HTML element is one
    rest.removeAttribute('id')
    rest.classList.add('kb-continued')
    rest.append(extractRest(note, cut, cut.node.parentElement?.closest('p') ?? undefined))
    const last = note.lastElementChild
    if (cut.node !== note || last?.tagName !== 'P')
      (last?.tagName === 'P' ? last : note).classList.add('kb-justified')
    parts.unshift(rest)
  }
  return [note, ...parts]
}
