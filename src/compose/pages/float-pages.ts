import { floatCost, WEIGHTS } from './cost.js'
import { place, type Node } from './node.js'
import type { PageEnds } from './page-ends.js'
import { nextOf } from './page-floats.js'
import type { TextFloat } from './text.js'

/**
 * Pages of floats alone, as many on each as fit, or fewer.
 *
 * @param top and bottom: units of the type area that the page has
 */
export function floatPages(ends: PageEnds, top: number, bottom: number): void {
  const { start, task } = ends
  if (start.waiting > 0 && !ends.columnNotes) return
  let { floats, cost } = start
  let used = 0
  cost += WEIGHTS.floatPage
  const chosen: TextFloat[] = []
  for (;;) {
    const next = nextOf(task.text, floats)
    if (!next || next.ready >= start.at) return
    const height = used + (used > 0 ? next.gap : 0) + next.height
    if (height > bottom - top) return
    used = height
    floats = place(floats, next.kind)
    chosen.push(next)
    cost += floatCost(next, next.page)
    const node: Node = {
      ...start,
      parent: start,
      step: { type: 'float-page', floats: [...chosen] },
      floats,
      cost: cost + (bottom - top - used) * WEIGHTS.floatPageFree,
      needs: -1,
      slack: 0,
      minSlack: -1,
    }
    ends.end(node, { bottoms: [], area: 0, used: bottom, slack: -1, points: 0 })
  }
}
