import type { BuiltSheet } from './build-sheets.js'

/** Notes on the sheets, and those of them that begin on another sheet than their first call. */
export function countNotes(sheets: readonly BuiltSheet[]): {
  readonly notes: number
  readonly notesAway: number
} {
  const calls = new Map<string, number>()
  const notes = new Map<string, number>()
  for (const [at, { element }] of sheets.entries()) {
    for (const call of element.querySelectorAll('a.note-call')) {
      const id = (call.getAttribute('href') ?? '').slice(1)
      if (!calls.has(id)) calls.set(id, at)
    }
    for (const { id } of element.querySelectorAll('.kb-note-frame .note[id]')) notes.set(id, at)
  }
  const away = [...notes].filter(([id, sheet]) => calls.has(id) && calls.get(id) !== sheet)
  return { notes: notes.size, notesAway: away.length }
}
