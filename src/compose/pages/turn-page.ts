import { bandAt, type BandPlace, type Count } from './band.js'
import { columnShort, floatCost, floatCrossing, lastPageShort, spreadUnlevel, WEIGHTS } from './cost.js'
import type { Effort } from './effort.js'
import { fillBand } from './fill-band.js'
import { place, placed, placedCount, type Node } from './node.js'
import { NO_AREA, NoteTrials, type AreaTrial } from './note-trials.js'
import { nextOf, pageFloats, stack, type PageFloats } from './page-floats.js'
import { roomOf, type Room, type Task } from './task.js'
import { extent, FORCED_PAGE, reach, type Text, type TextFloat } from './text.js'

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

const NONE: readonly TextFloat[] = []
/** Points under which a level band is not worth a second thought. */
const CHEAP = 100

/** All pages worth a look that may follow a state at a page's end. */
export function turnPage(task: Task, effort: Effort, start: Node, turned: Turned): void {
  new PageTurn(task, effort, start, turned).run()
}

class PageTurn {
  readonly #text: Text
  readonly #top: number
  readonly #bottom: number
  readonly #columns: number
  readonly #columnNotes: boolean
  readonly #room: Room
  /** Slices from here on cannot come on to the page. */
  readonly #horizon: number
  /** The page's note area under trial, and how many of the article's notes are called before its end. */
  #area = 0
  #fewest = 0
  #most = Number.POSITIVE_INFINITY

  constructor(
    readonly task: Task,
    readonly effort: Effort,
    readonly start: Node,
    readonly turned: Turned,
  ) {
    const { text, entry } = task
    const { geometry } = text
    this.#text = text
    this.#columns = geometry.columns
    this.#columnNotes = geometry.notes.at === 'column' || geometry.columns === 1
    this.#room = roomOf(entry, start.page, geometry.lines)
    this.#top = this.#room.start
    this.#bottom = geometry.lines - this.#room.foot
    const spare = effort.all ? geometry.lines : 4 * this.#columns
    this.#horizon = reach(text, start.at, this.#columns * (this.#bottom - this.#top) + spare) + 1
  }

  run(): void {
    const { start } = this
    const pending = placedCount(start.floats) < this.#text.floats.length
    if (pending) this.#floatPages()
    const choices = pending
      ? pageFloats(this.#text, start, this.#bottom - this.#top, this.#horizon)
      : [{ tops: NONE, bottoms: NONE, floats: start.floats }]
    const reached = this.turned.ends.length + this.turned.finals.length
    this.#tryAll(choices, false)
    // The areas that seemed likely gave nothing: a tall block or a keep left the columns short.
    if (!this.#columnNotes && this.turned.ends.length + this.turned.finals.length === reached) {
      this.#tryAll(choices, true)
    }
  }

  #tryAll(choices: readonly PageFloats[], everyArea: boolean): void {
    const { start } = this
    for (const { tops, bottoms, floats } of choices) {
      const top = Math.min(this.#bottom, this.#top + stack(tops))
      const bottom = Math.max(top, this.#bottom - stack(bottoms))
      let needs = -1
      let cost = start.cost
      for (const float of [...tops, ...bottoms]) {
        needs = Math.max(needs, float.ready)
        cost += floatCost(float, tops.includes(float) ? float.top : float.bottom)
      }
      if (cost > Math.min(this.turned.least + this.effort.spread, this.turned.best)) continue
      for (const { area, fewest, most } of this.#areas(bottom - top, everyArea)) {
        this.#area = area
        this.#fewest = fewest
        this.#most = most
        const page: Node = {
          parent: start,
          step: { type: 'page', top, bottom: bottom - area, tops, bottoms, area },
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
        this.#fill(page, top, bottom - area, bottoms, true)
      }
    }
  }

  #areas(room: number, everyArea: boolean): readonly AreaTrial[] {
    if (this.#columnNotes) return [NO_AREA]
    return new NoteTrials(this.#text, this.start, this.effort, this.#horizon).trials(room, everyArea)
  }

  /** Goes on down the page from `y`. */
  #fill(node: Node, y: number, bottom: number, bottoms: readonly TextFloat[], isTop: boolean): void {
    const text = this.#text
    const { at } = node
    if (at > this.start.at && at < text.count && text.breakClass[at] === FORCED_PAGE) {
      this.#end(node, bottoms, bottom, -1)
      return
    }
    if (at < text.count && text.spans[at]) {
      this.#fillSpan(node, y, bottom, bottoms, isTop)
      return
    }
    if (at === text.count && this.#isDone(node)) {
      this.#end(node, bottoms, y, -1)
      return
    }
    const top = isTop || at === text.count ? y : Math.min(bottom, y + (text.space[at] ?? 0))
    const span = text.nextSpan[at] ?? text.count
    const forced = text.nextForcedPage[at] ?? text.count
    const end = Math.min(span, forced)
    const followed = end < text.count && end === span && end !== forced
    const base: BandPlace = {
      text,
      effort: this.effort,
      top,
      bottom,
      columnNotes: this.#columnNotes,
      footFloats: bottoms.length > 0,
      horizon: this.#horizon,
      bound: Math.min(this.turned.least + this.effort.spread, this.turned.best),
      count: this.turned,
      fewestCalls: this.#fewest,
      mostCalls: this.#most,
    }
    this.#levelBands(node, base, end, followed, bottoms)
    if (at < text.count) {
      const limit = followed ? end : end - 1
      const band = bandAt(base, {
        level: bottom - top,
        end: -1,
        levelled: false,
        loose: false,
        followed: false,
        limit,
      })
      const breakHere = at > this.start.at ? (text.breakCost[at] ?? 0) : 0
      for (const filled of fillBand(band, node)) {
        this.#end(filled, bottoms, bottom, filled.minSlack, filled.at === at ? breakHere : 0)
      }
    }
  }

  /** The columns end level, at the least height that holds all the text before `end`, or a little lower. */
  #levelBands(
    node: Node,
    base: BandPlace,
    end: number,
    followed: boolean,
    bottoms: readonly TextFloat[],
  ): void {
    const text = this.#text
    const room = base.bottom - base.top
    const body = extent(text, node.at, end)
    // Each column's top but the first may swallow a space.
    let least = Math.ceil((body - text.greatestSpace * (this.#columns - 1)) / this.#columns)
    if (least > room || node.cost > base.bound) return
    for (let i = node.at; i < end; i += 1) least = Math.max(least, text.height[i] ?? 0)
    const loose = !followed && end === text.count && !this.task.balance
    const tries = this.effort.first ? 0 : this.effort.slack
    let found = -1
    let last = this.effort.all || text.floats.length > 0 ? room : Math.min(room, least + 8)
    for (let level = loose ? room : Math.max(0, least); level <= last; level += 1) {
      const band = bandAt(base, { level, end, levelled: true, loose, followed, limit: end })
      for (const filled of fillBand(band, node)) {
        if (filled.at !== end) continue
        // A greater height is worth a try when this one costs much, or leaves out a float.
        if (found < 0 && this.#hasFloats(filled, bottoms)) {
          found = level
          const isCheap = filled.cost - node.cost < CHEAP && !this.effort.all
          last = Math.min(room, level + (isCheap ? Math.min(1, tries) : tries))
        }
        const used = base.top + level
        if (!followed) this.#end(filled, bottoms, used - filled.minSlack, -1)
        else this.#fill(filled, used, base.bottom, bottoms, false)
      }
      if (followed && found === level && !this.effort.all) {
        this.#shortBand(node, base, end, level, bottoms)
      }
    }
  }

  /** True when no float waits that may stand on this page. */
  #hasFloats(node: Node, bottoms: readonly TextFloat[]): boolean {
    const waits = (this.#text.readyFloats[node.at] ?? 0) - placedCount(node.floats) - bottoms.length
    return waits <= 0
  }

  /** The page ends before the spanning slice, which may have no room; the columns end level anyway. */
  #shortBand(node: Node, base: BandPlace, end: number, level: number, bottoms: readonly TextFloat[]): void {
    const band = bandAt(base, {
      level,
      end,
      levelled: false,
      loose: false,
      followed: false,
      limit: end,
    })
    for (const filled of fillBand(band, node)) {
      if (filled.at !== end) continue
      this.#end(filled, bottoms, base.bottom, filled.minSlack, this.#text.breakCost[end])
    }
  }

  #fillSpan(node: Node, y: number, bottom: number, bottoms: readonly TextFloat[], isTop: boolean): void {
    const text = this.#text
    const { at } = node
    const height = text.height[at] ?? 0
    const open = isTop ? (text.opening[at] ?? 0) : 0
    const top = isTop ? y + open : y + (text.space[at] ?? 0)
    const areas = node.areas ? Math.ceil(Math.max(...node.areas) / 100) : 0
    if (isTop) this.#end(node, bottoms, bottom, -1)
    else if (node.step.type === 'span') {
      const free = bottom - y - (text.closing[at] ?? 0) - areas
      const points = columnShort(free) * this.#columns + (text.breakCost[at] ?? 0)
      if (free >= 0) this.#end(node, bottoms, bottom, free, points)
    }
    if (top + height > bottom - areas) return
    let { waiting, cost } = node
    let nextAreas = node.areas
    const noteUsed = node.areas?.[0] ?? 0
    const noteLimit = (bottom - top - height) * 100
    if (this.#columnNotes) {
      const first = text.called[at] ?? 0
      const last = text.called[at + 1] ?? 0
      if (last > first || (waiting > 0 && at === text.count - 1)) {
        if (bottoms.length > 0) return
        const taken = text.book.take(waiting, first, last, noteUsed, noteLimit)
        if (!taken) return
        waiting = taken.waiting
        cost += taken.cost
        nextAreas = Array.from({ length: this.#columns }, (_, c) =>
          c === 0 ? taken.used : (node.areas?.[c] ?? 0),
        )
      }
    }
    const spanned: Node = {
      ...node,
      parent: node,
      step: { type: 'span', top, noteLimit, noteUsed },
      at: at + 1,
      waiting,
      cost,
      slack: 0,
      minSlack: -1,
      areas: nextAreas,
    }
    this.#fill(spanned, top + height, bottom, bottoms, false)
  }

  #isDone(node: Node): boolean {
    return (
      placedCount(node.floats) === this.#text.floats.length &&
      (node.waiting === 0 || !this.#columnNotes) &&
      node.at === this.#text.count
    )
  }

  /**
   * Ends the page, and the article when nothing is left.
   *
   * @param used units from the top of the type area to the end of the text
   * @param slack units that the page's foot stands too high, −1 when its end is not to be compared with its neighbour's
   * @param points for the page's end, beyond those of its columns
   */
  #end(node: Node, bottoms: readonly TextFloat[], used: number, slack: number, points = 0): void {
    const text = this.#text
    const { start } = this
    let { floats, waiting, cost } = node
    for (const float of bottoms) {
      if (text.floatsOf[float.kind][placed(floats, float.kind)] !== float) return
      floats = place(floats, float.kind)
    }
    const { at } = node
    if (node.needs >= at && at < text.count) return
    if (!this.#columnNotes) {
      const limit = this.#area * 100
      const taken = text.book.take(start.waiting, text.called[start.at] ?? 0, text.called[at] ?? 0, 0, limit)
      if (!taken || Math.ceil(taken.used / 100) !== this.#area) return
      waiting = taken.waiting
      cost += taken.cost
    }
    if (at === text.count && waiting === 0 && placedCount(floats) === text.floats.length) {
      if (start.page > 0 && !this.task.followed) cost += lastPageShort(used, text.geometry.lines)
      this.turned.best = Math.min(this.turned.best, cost)
      this.turned.finals.push(this.#ended(node, floats, waiting, cost, -1))
      return
    }
    const hasMoved = at > start.at || floats !== start.floats || waiting !== start.waiting
    if (!hasMoved && !this.#room.shared) return
    if (!hasMoved) cost += WEIGHTS.notBegun
    cost += points + WEIGHTS.noteCarried * text.book.countWaiting(waiting)
    if (text.hyphen[at]) cost += WEIGHTS.hyphenBreak
    if (start.facing >= 0 && slack >= 0) cost += spreadUnlevel(slack - start.facing)
    const waits = (text.readyFloats[at] ?? 0) - placedCount(floats)
    if (waits > 0) cost += waits * floatCrossing(this.#room.facesNext)
    this.turned.least = Math.min(this.turned.least, cost)
    this.turned.ends.push(this.#ended(node, floats, waiting, cost, this.#room.facesNext ? slack : -1))
  }

  #ended(node: Node, floats: number, waiting: number, cost: number, facing: number): Node {
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

  /** A page of floats alone: as many as fit, or one. */
  #floatPages(): void {
    const { start } = this
    const text = this.#text
    if (start.waiting > 0 && !this.#columnNotes) return
    let { floats } = start
    let used = 0
    let cost = start.cost + WEIGHTS.floatPage
    const chosen: TextFloat[] = []
    for (;;) {
      const next = nextOf(text, floats)
      if (!next || next.ready >= start.at) return
      const height = used + (used > 0 ? next.gap : 0) + next.height
      if (height > this.#bottom - this.#top) return
      used = height
      floats = place(floats, next.kind)
      chosen.push(next)
      cost += floatCost(next, next.page)
      const free = this.#bottom - this.#top - used
      const node: Node = {
        ...start,
        parent: start,
        step: { type: 'float-page', floats: [...chosen] },
        floats,
        cost: cost + free * WEIGHTS.floatPageFree,
        needs: -1,
        slack: 0,
        minSlack: -1,
      }
      this.#area = 0
      this.#end(node, NONE, this.#bottom, -1)
    }
  }
}
