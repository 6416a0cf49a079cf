import { bandAt, type BandPlace } from './band.js'
import { columnShort } from './cost.js'
import type { Effort } from './effort.js'
import { fillBand } from './fill-band.js'
import { placedCount, type Node } from './node.js'
import type { AreaTrial } from './note-trials.js'
import type { PageEnds } from './page-ends.js'
import { extent, FORCED_PAGE, type Text, type TextFloat } from './text.js'

/** Points under which a level band is not worth a second thought. */
const CHEAP = 100

/** A page of which the floats across its columns and the height of its note area are chosen. */
export interface PageTrial {
  readonly bottoms: readonly TextFloat[]
  /** Units from the top of the type area to the end of the columns. */
  readonly bottom: number
  readonly area: AreaTrial
  /** Slices from here on cannot come on to the page. */
  readonly horizon: number
}

/** Fills one page from its top: columns, spanning slices, columns below them. */
export class PageFill {
  readonly #text: Text
  readonly #columns: number
  readonly #columnNotes: boolean
  readonly #start: Node

  constructor(
    readonly ends: PageEnds,
    readonly effort: Effort,
    readonly trial: PageTrial,
  ) {
    this.#text = ends.task.text
    this.#columns = this.#text.geometry.columns
    this.#columnNotes = ends.columnNotes
    this.#start = ends.start
  }

  /** Goes on down the page from `y`. */
  goDown(node: Node, y: number, isTop: boolean): void {
    const text = this.#text
    const { bottom } = this.trial
    const { at } = node
    if (at > this.#start.at && at < text.count && text.breakClass[at] === FORCED_PAGE) {
      this.#end(node, bottom, -1)
      return
    }
    if (at < text.count && text.spans[at]) {
      this.#fillSpan(node, y, isTop)
      return
    }
    if (at === text.count && this.ends.isDone(node)) {
      this.#end(node, y, -1)
      return
    }
    const top = isTop || at === text.count ? y : Math.min(bottom, y + (text.space[at] ?? 0))
    const span = text.nextSpan[at] ?? text.count
    const forced = text.nextForcedPage[at] ?? text.count
    const end = Math.min(span, forced)
    const followed = end < text.count && end === span && end !== forced
    const place = this.#placeAt(top)
    this.#levelBands(node, place, end, followed)
    if (at < text.count) {
      const limit = followed ? end : end - 1
      const level = bottom - top
      const full = { level, end: -1, levelled: false, loose: false, followed: false, limit }
      const breakHere = at > this.#start.at ? (text.breakCost[at] ?? 0) : 0
      for (const filled of fillBand(bandAt(place, full), node))
        this.#end(filled, bottom, filled.minSlack, filled.at === at ? breakHere : 0)
    }
  }

  #placeAt(top: number): BandPlace {
    const { bottom, bottoms, horizon, area } = this.trial
    const { turned } = this.ends
    return {
      text: this.#text,
      effort: this.effort,
      top,
      bottom,
      columnNotes: this.#columnNotes,
      footFloats: bottoms.length > 0,
      horizon,
      bound: Math.min(turned.least + this.effort.spread, turned.best),
      count: turned,
      fewestCalls: area.fewest,
      mostCalls: area.most,
    }
  }

  /** The columns end level, at the least height that holds all the text before `end`, or a little lower. */
  #levelBands(node: Node, place: BandPlace, end: number, followed: boolean): void {
    const text = this.#text
    const room = place.bottom - place.top
    const body = extent(text, node.at, end)
    // Each column's top but the first may swallow a space.
    let least = Math.ceil((body - text.greatestSpace * (this.#columns - 1)) / this.#columns)
    if (least > room || node.cost > place.bound) return
    for (let i = node.at; i < end; i += 1) least = Math.max(least, text.height[i] ?? 0)
    const loose = !followed && end === text.count && !this.ends.task.balance
    const tries = this.effort.first ? 0 : this.effort.slack
    let found = -1
    let last = this.effort.all || text.floats.length > 0 ? room : Math.min(room, least + 8)
    for (let level = loose ? room : Math.max(0, least); level <= last; level += 1) {
      const band = bandAt(place, { level, end, levelled: true, loose, followed, limit: end })
      for (const filled of fillBand(band, node)) {
        if (filled.at !== end) continue
        // A greater height is worth a try when this one costs much, or leaves out a float.
        if (found < 0 && this.#hasFloats(filled)) {
          found = level
          const isCheap = filled.cost - node.cost < CHEAP && !this.effort.all
          last = Math.min(room, level + (isCheap ? Math.min(1, tries) : tries))
        }
        const used = place.top + level
        if (!followed) this.#end(filled, used - filled.minSlack, -1)
        else this.goDown(filled, used, false)
      }
      if (followed && found === level && !this.effort.all) this.#shortBand(node, place, end, level)
    }
  }

  /** True when no float waits that may stand on this page. */
  #hasFloats(node: Node): boolean {
    const waits =
      (this.#text.readyFloats[node.at] ?? 0) - placedCount(node.floats) - this.trial.bottoms.length
    return waits <= 0
  }

  /** The page ends before the spanning slice, which may have no room; the columns end level anyway. */
  #shortBand(node: Node, place: BandPlace, end: number, level: number): void {
    const short = { level, end, levelled: false, loose: false, followed: false, limit: end }
    for (const filled of fillBand(bandAt(place, short), node)) {
      if (filled.at !== end) continue
      this.#end(filled, place.bottom, filled.minSlack, this.#text.breakCost[end])
    }
  }

  #fillSpan(node: Node, y: number, isTop: boolean): void {
    const text = this.#text
    const { bottom, bottoms } = this.trial
    const { at } = node
    const height = text.height[at] ?? 0
    const open = isTop ? (text.opening[at] ?? 0) : 0
    const top = isTop ? y + open : y + (text.space[at] ?? 0)
    const areas = node.areas ? Math.ceil(Math.max(...node.areas) / 100) : 0
    if (isTop) this.#end(node, bottom, -1)
    else if (node.step.type === 'span') {
      const free = bottom - y - (text.closing[at] ?? 0) - areas
      const points = columnShort(free) * this.#columns + (text.breakCost[at] ?? 0)
      if (free >= 0) this.#end(node, bottom, free, points)
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
    this.goDown(spanned, top + height, false)
  }

  #end(node: Node, used: number, slack: number, points = 0): void {
    const { bottoms, area } = this.trial
    this.ends.end(node, { bottoms, area: area.area, used, slack, points })
  }
}
