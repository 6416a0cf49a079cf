import { floatCost } from './cost.js'
import type { Effort } from './effort.js'
import { floatPages } from './float-pages.js'
import { placedCount, type Node } from './node.js'
import { NO_AREA, NoteTrials, type AreaTrial } from './note-trials.js'
import { PageEnds, type Turned } from './page-ends.js'
import { PageFill } from './page-fill.js'
import { pageFloats, stack, type PageFloats } from './page-floats.js'
import { roomOf, type Task } from './task.js'
import { reach, type TextFloat } from './text.js'

const NONE: readonly TextFloat[] = []

/** All pages worth a look that may follow a state at a page's end. */
export function turnPage(task: Task, effort: Effort, start: Node, turned: Turned): void {
  new PageTurn(task, effort, start, turned).run()
}

class PageTurn {
  readonly #ends: PageEnds
  readonly #top: number
  readonly #bottom: number
  /** Slices from here on cannot come on to the page. */
  readonly #horizon: number

  constructor(
    readonly task: Task,
    readonly effort: Effort,
    readonly start: Node,
    readonly turned: Turned,
  ) {
    const { text, entry } = task
    const { columns, lines, notes } = text.geometry
    const room = roomOf(entry, start.page, lines)
    this.#ends = new PageEnds(task, start, room, notes.at === 'column' || columns === 1, turned)
    this.#top = room.start
    this.#bottom = lines - room.foot
    const spare = effort.all ? lines : 4 * columns
    this.#horizon = reach(text, start.at, columns * (this.#bottom - this.#top) + spare) + 1
  }

  run(): void {
    const { start, turned } = this
    const { text } = this.task
    const pending = placedCount(start.floats) < text.floats.length
    if (pending) floatPages(this.#ends, this.#top, this.#bottom)
    const choices = pending
      ? pageFloats(text, start, this.#bottom - this.#top, this.#horizon)
      : [{ tops: NONE, bottoms: NONE, floats: start.floats }]
    const reached = turned.ends.length + turned.finals.length
    this.#tryAll(choices, false)
    // The areas that seemed likely gave nothing: a tall block or a keep left the columns short.
    if (!this.#ends.columnNotes && turned.ends.length + turned.finals.length === reached) {
      this.#tryAll(choices, true)
    }
  }

  #tryAll(choices: readonly PageFloats[], everyArea: boolean): void {
    const { start, effort } = this
    for (const { tops, bottoms, floats } of choices) {
      const top = Math.min(this.#bottom, this.#top + stack(tops))
      const foot = Math.max(top, this.#bottom - stack(bottoms))
      let needs = -1
      let cost = start.cost
      for (const float of [...tops, ...bottoms]) {
        needs = Math.max(needs, float.ready)
        cost += floatCost(float, tops.includes(float) ? float.top : float.bottom)
      }
      if (cost > Math.min(this.turned.least + effort.spread, this.turned.best)) continue
      for (const area of this.#areas(foot - top, everyArea)) {
        const bottom = foot - area.area
        const page: Node = {
          parent: start,
          step: { type: 'page', top, bottom, tops, bottoms, area: area.area },
          at: start.at,
          floats,
          waiting: start.waiting,
          cost,
          needs,
          slack: 0,
          minSlack: -1,
          areas: undefined,
          page: start.page,
          facing: start.facing,
        }
        const trial = { bottoms, bottom, area, horizon: this.#horizon }
        new PageFill(this.#ends, effort, trial).goDown(page, top, true)
      }
    }
  }

  #areas(room: number, everyArea: boolean): readonly AreaTrial[] {
    if (this.#ends.columnNotes) return [NO_AREA]
    return new NoteTrials(this.task.text, this.start, this.effort, this.#horizon).trials(room, everyArea)
  }
}
