import type { CostKind, PlannedPage } from '../../issue/page-plan.js'
import { charge, noteSplit, WEIGHTS } from './cost.js'
import type { Text } from './text.js'

/** Splits, and the page ends that notes have to cross. */
export function chargeNotes(
  text: Text,
  pages: readonly PlannedPage[],
  tally: Partial<Record<CostKind, number>>,
): void {
  const open = new Set(text.galley.openingNotes.map((_, note) => `opening ${note}`))
  for (const page of pages) {
    for (const area of page.notes) {
      for (const { list, note, from, to } of area.notes) {
        const whole = list === 'opening' ? text.galley.openingNotes[note] : text.galley.notes[note]
        const length = Math.max(1, whole?.strips.length ?? 1)
        if (to < length) {
          charge(tally, 'noteSplit', noteSplit(to - from, length - to))
          open.add(`${list} ${note}`)
        } else open.delete(`${list} ${note}`)
      }
    }
    if (page !== pages.at(-1)) charge(tally, 'noteSplit', WEIGHTS.noteCarried * open.size)
  }
}
