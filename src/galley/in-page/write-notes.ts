import type { PlannedLines } from '../../issue/index.js'
import { partNote } from './double-row-note.js'
import type { LockSite, Segment } from './read-paragraphs.js'

/** Parts a paragraph's 割注 where its lines are planned to end. Before anything else is written into it. */
export function writeNotes(site: LockSite, { breaks, adjustments }: PlannedLines): void {
  if (site.notes.size === 0) return
  site.segments = site.segments.flatMap((segment): readonly Segment[] => {
    const { node, from, length } = segment
    const note = node instanceof HTMLElement ? site.notes.get(node) : undefined
    if (note === undefined || !(node instanceof HTMLElement)) return [segment]
    const bounds = [0, ...breaks.map((at) => at - from).filter((at) => at > 0 && at < length), length]
    const spans = bounds.slice(1).map((to, i) => ({ start: bounds[i] ?? 0, to }))
    const piecesBefore = (at: number): number => note.text.slice(0, at).split('\ufffc').length - 1
    const given = (start: number, to: number): number =>
      adjustments
        .filter((one) => one.from >= from + start && one.from < from + to)
        .reduce((sum, { after = 0 }) => sum + after, 0)
    const elements = partNote(
      node,
      note.characters,
      spans.map(({ start, to }) => ({
        count: (note.charactersBefore[to] ?? 0) - (note.charactersBefore[start] ?? 0),
        width: note.pieces
          .slice(piecesBefore(start), piecesBefore(to))
          .reduce((sum, width) => sum + width, given(start, to)),
      })),
    )
    return elements.map((element, i) => ({
      node: element,
      from: from + (bounds[i] ?? 0),
      length: (bounds[i + 1] ?? 0) - (bounds[i] ?? 0),
    }))
  })
}
