import type { GalleyNote } from '../../issue/index.js'
import { placeOf } from './place-of.js'
import { readLines } from './read-lines.js'

/** Strips of a note: the lines of its paragraphs, and whole what else stands in it. Hundredths of a unit. */
export function measureNote(note: HTMLElement, pitch: number, file: string | undefined): GalleyNote {
  const box = note.getBoundingClientRect()
  const starts = [...new Set(noteBlocks(note).flatMap((block) => blockTops(block)))].sort((a, b) => a - b)
  const edges = [box.top, ...starts.slice(1), box.bottom]
  const strips = edges
    .slice(1)
    .map((edge, i) => Math.max(1, Math.ceil(((edge - (edges[i] ?? 0)) * 100) / pitch - 0.01)))
  note.dataset['strips'] = edges.map((edge) => edge - box.top).join(' ')
  return { key: note.dataset['block'] ?? '', strips, place: placeOf(note, file) }
}

/** The note's own blocks, or the note itself when all of it is inline. */
export function noteBlocks(note: HTMLElement): HTMLElement[] {
  const blocks = [...note.children].filter(
    (child): child is HTMLElement =>
      child instanceof HTMLElement &&
      getComputedStyle(child).display === 'block' &&
      !child.matches('.note-number'),
  )
  return blocks.length === 0 ? [note] : blocks
}

function blockTops(block: HTMLElement): number[] {
  const style = getComputedStyle(block)
  if (!block.matches('p, li')) return [block.getBoundingClientRect().top]
  return readLines(block, style, parseFloat(style.lineHeight) || 1).edges.slice(0, -1)
}
