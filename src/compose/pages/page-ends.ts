import type { Count } from './band.js'
import { floatCrossing, lastPageShort, spreadUnlevel, WEIGHTS } from './cost.js'
import { place, placed, placedCount, type Node } from './node.js'
import type { Room, Task } from './task.js'
import type { TextFloat } from './text.js'

/** What can become of one page. */
export interface Turned extends Count {
  /** States at the page's end. */
  readonly ends: Node[]
  /** States in which the article is done. */
  readonly finals: Node[]
  /** Points of the cheapest state at the page's end so far. */
  least: number
  /** Points of the cheapest whole plan so far. */
  best: number
}

/** How a page ends. */
export interface PageEnd {
  /** Floats across the columns at the page's foot. */
  readonly bottoms: readonly TextFloat[]
  /** Units of the page's note area. */
  readonly area: number
  /** Units from the top of the type area to the end of the text. */
  readonly used: number
  /** Units that the page's foot stands too high, −1 when its end is not to be compared with its neighbour's. */
  readonly slack: number
  /** For the page's end, beyond those of its columns. */
  readonly points: number
}

/** Ends the pages that follow one state, and the article when nothing is left. */
export class PageEnds {
  constructor(
    readonly task: Task,
    readonly start: Node,
    readonly room: Room,
    /** Notes stand at the columns' feet. */
    readonly columnNotes: boolean,
    readonly turned: Turned,
  ) {}

  /** Nothing is left but the page's own notes. */
  isDone(node: Node): boolean {
    const { text } = this.task
    return (
      placedCount(node.floats) === text.floats.length &&
      (node.waiting === 0 || !this.columnNotes) &&
      node.at === text.count
    )
  }

  end(node: Node, { bottoms, area, used, slack, points }: PageEnd): void {
    const { text } = this.task
    const { start } = this
    let { floats, waiting, cost } = node
    for (const float of bottoms) {
      if (text.floatsOf[float.kind][placed(floats, float.kind)] !== float) return
      floats = place(floats, float.kind)
    }
    const { at } = node
    if (node.needs >= at && at < text.count) return
    if (!this.columnNotes) {
      const [first, last] = [text.called[start.at] ?? 0, text.called[at] ?? 0]
      const taken = text.book.take(start.waiting, first, last, 0, area * 100)
      if (!taken || Math.ceil(taken.used / 100) !== area) return
      waiting = taken.waiting
      cost += taken.cost
    }
    if (at === text.count && waiting === 0 && placedCount(floats) === text.floats.length) {
      if (start.page > 0 && !this.task.followed) cost += lastPageShort(used, text.geometry.lines)
      this.turned.best = Math.min(this.turned.best, cost)
      this.turned.finals.push(ended(node, floats, waiting, cost, -1))
      return
    }
    const hasMoved = at > start.at || floats !== start.floats || waiting !== start.waiting
    if (!hasMoved && !this.room.shared) return
    if (!hasMoved) cost += WEIGHTS.notBegun
    cost += points + WEIGHTS.noteCarried * text.book.countWaiting(waiting)
    if (text.hyphen[at]) cost += WEIGHTS.hyphenBreak
    if (start.facing >= 0 && slack >= 0) cost += spreadUnlevel(slack - start.facing)
    const waits = (text.readyFloats[at] ?? 0) - placedCount(floats)
    if (waits > 0) cost += waits * floatCrossing(this.room.facesNext)
    this.turned.least = Math.min(this.turned.least, cost)
    this.turned.ends.push(ended(node, floats, waiting, cost, this.room.facesNext ? slack : -1))
  }
}

function ended(node: Node, floats: number, waiting: number, cost: number, facing: number): Node {
  return {
    parent: node,
    step: { type: 'end' },
    at: node.at,
    floats,
    waiting,
    cost,
    needs: -1,
    slack: 0,
    minSlack: -1,
    areas: undefined,
    page: node.page + 1,
    facing,
  }
}
