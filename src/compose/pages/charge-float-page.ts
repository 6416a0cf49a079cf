import type { CostKind, PlannedPage } from '../../issue/page-plan.js'
import { charge, WEIGHTS } from './cost.js'
import { roomOf, type Task } from './task.js'
import type { Text } from './text.js'

/** A page of floats alone, and what it leaves free. */
export function chargeFloatPage(
  text: Text,
  task: Task,
  page: PlannedPage,
  index: number,
  tally: Partial<Record<CostKind, number>>,
): void {
  const items = page.frames.flatMap((frame) => frame.items)
  if (!items.every((item) => item.type === 'float' && item.place === 'page')) return
  const end = Math.max(...items.map((item) => item.top + item.height))
  const bottom = text.geometry.lines - roomOf(task.entry, index, text.geometry.lines).foot
  charge(tally, 'floatPage', WEIGHTS.floatPage + WEIGHTS.floatPageFree * (bottom - end))
}
