import { columnShort, levelDifference, unlevel, WEIGHTS } from './cost.js'
import type { Effort } from './effort.js'
import { indexOfState, place, placed, type Node } from './node.js'
import {
  DISCOURAGED,
  extent,
  FORBIDDEN,
  FORCED_COLUMN,
  FREE,
  reach,
  type Text,
  type TextFloat,
} from './text.js'

/** Counts the column ends tried on a page: work without a clock. */
export interface Count {
  trials: number
}

/** A band of columns on a page, as one trial sees it. */
export interface Band {
  readonly text: Text
  readonly effort: Effort
  readonly top: number
  /** Units from `top` that the columns are filled to. */
  readonly level: number
  /** End of the columns, notes at the column's foot included. */
  readonly bottom: number
  /** The slice before which the band has to end, or −1: it ends where it is full. */
  readonly end: number
  /** Columns are to end level, rather than full. */
  readonly levelled: boolean
  /** Neither level nor full is asked for (`balance: false`). */
  readonly loose: boolean
  /** A spanning slice follows on the same page. */
  readonly followed: boolean
  /** Notes stand at the columns' feet. */
  readonly columnNotes: boolean
  /** Slices from here on cannot come on to the page. */
  readonly horizon: number
  /** Last slice that a full band may end before. */
  readonly limit: number
  /** Notes of the article called before the page's end, by the trial of its note area. */
  readonly fewestCalls: number
  readonly mostCalls: number
  /** States of more points are of no use. */
  readonly bound: number
  readonly count: Count
}

const NONE: readonly TextFloat[] = []
const SLOTS = 2

/** Fills one column after another; returns the states after the last one. */
export function fillBand(band: Band, start: Node): readonly Node[] {
  let nodes: Node[] = [start]
  const { columns } = band.text.geometry
  for (let column = 0; column < columns && nodes.length > 0; column += 1) {
    const filled: Node[] = []
    for (const node of nodes) fillColumn(band, node, column, filled)
    nodes = filled
    if (column < columns - 1 && nodes.length > band.effort.columnBeam) {
      nodes.sort((a, b) => a.cost - b.cost || b.at - a.at)
      nodes.length = band.effort.columnBeam
    }
  }
  if (!band.levelled || band.loose) return nodes
  return nodes.filter((node) => node.minSlack === 0)
}

function fillColumn(band: Band, node: Node, column: number, out: Node[]): void {
  const { text } = band
  const mayFloat = !band.followed && text.floats.length > 0
  if (!mayFloat) {
    fillWith(band, node, column, NONE, node.floats, 0, NONE, out)
    return
  }
  for (const tops of topChoices(band, node)) {
    let floats = node.floats
    let used = 0
    for (const float of tops) {
      floats = place(floats, float.kind)
      used += float.height + float.gap
    }
    fillWith(band, node, column, tops, floats, used, NONE, out)
    for (const float of bottomChoices(band, node.at, floats)) {
      fillWith(band, node, column, tops, floats, used, [float], out)
    }
  }
}

function topChoices(band: Band, node: Node): readonly (readonly TextFloat[])[] {
  const choices: (readonly TextFloat[])[] = [NONE]
  const grow = (chosen: readonly TextFloat[], floats: number, used: number): void => {
    if (chosen.length === SLOTS) return
    for (const kind of [0, 1] as const) {
      const float = band.text.floatsOf[kind][placed(floats, kind)]
      if (!float || float.wide || float.ready >= band.horizon) continue
      if (!float.top && node.at < band.text.count) continue
      if (used + float.height > band.level) continue
      // Two floats one above the other are for those that wait.
      if (chosen.length > 0 && !band.effort.all && float.ready >= node.at) continue
      const next = [...chosen, float]
      choices.push(next)
      grow(next, place(floats, kind), used + float.height + float.gap)
    }
  }
  grow(NONE, node.floats, 0)
  return choices
}

function bottomChoices(band: Band, at: number, floats: number): readonly TextFloat[] {
  const choices: TextFloat[] = []
  for (const kind of [0, 1] as const) {
    const next = placed(floats, kind)
    // The one after the next may stand at the foot when the next stands in the column's text.
    for (let index = next; index <= next + 1; index += 1) {
      const float = band.text.floatsOf[kind][index]
      if (!float || float.wide || !float.bottom || float.ready >= band.horizon) continue
      if (index > next) {
        const before = band.text.floatsOf[kind][next]
        if (!before?.here || at === band.text.count) continue
        if (!band.effort.all && before.home < at) continue
      }
      choices.push(float)
    }
  }
  return choices
}

/** Fills a column whose floats at top and bottom are chosen. */
function fillWith(
  band: Band,
  node: Node,
  column: number,
  tops: readonly TextFloat[],
  floats: number,
  used: number,
  bottoms: readonly TextFloat[],
  out: Node[],
): void {
  const { text } = band
  const foot = bottoms.reduce((sum, float) => sum + float.height + float.gap, 0)
  const room = band.level - used - foot
  const fill = new Fill(band, node, column, tops, used, bottoms, foot, out)
  const at = node.at
  let limit = band.end >= 0 ? band.end : band.limit
  if (at < text.count) limit = Math.min(limit, Math.max(at, text.nextForced[at] ?? text.count))
  if (text.floats.length > 0 && hasHomeWithin(band, at, floats, room, limit)) {
    walk(band, fill, at, 0, 0, floats, NONE, room, limit)
  } else if (room > 0 && at < limit) {
    for (let to = Math.min(limit, reach(text, at, room)); to > at; to -= 1) {
      const body = extent(text, at, to)
      if (body > room) continue
      if (fill.offer(to, body, floats, NONE) && !band.effort.all) break
    }
    fill.flush()
  }
  if (!fill.legal || band.effort.all || node.waiting > 0 || tops.length + bottoms.length > 0 || at >= limit) {
    fill.offerEmpty(floats)
  }
}

/** True when an unplaced float's home lies where the column's text will stand. */
function hasHomeWithin(band: Band, at: number, floats: number, room: number, limit: number): boolean {
  const { text } = band
  const far = Math.min(limit, reach(text, at, Math.max(0, room)))
  for (const kind of [0, 1] as const) {
    const list = text.floatsOf[kind]
    for (let index = placed(floats, kind); index < list.length; index += 1) {
      const float = list[index]
      if (!float || float.home > far) break
      if (float.here && float.home >= at) return true
    }
  }
  return false
}

/**
 * Goes down the column slice by slice; at each float's home the way divides into one with the float and one without.
 * Each way is a group of ends of its own.
 */
function walk(
  band: Band,
  fill: Fill,
  from: number,
  usedBefore: number,
  gapBefore: number,
  floats: number,
  heres: readonly TextFloat[],
  room: number,
  limit: number,
): void {
  const { text } = band
  const ends: number[] = []
  const bodies: number[] = []
  let used = usedBefore
  let gap = gapBefore
  const begun = fill.node.at
  for (let i = from; i <= limit; i += 1) {
    const foot = i > begun ? (text.closing[i] ?? 0) : 0
    if (i > from || heres.length > 0) {
      if (used + foot <= room) {
        ends.push(i)
        bodies.push(used + foot)
      }
    }
    let stop = false
    for (const kind of [0, 1] as const) {
      const float = homeAt(text, kind, floats, i)
      if (!float) continue
      const isNext = text.floatsOf[kind][placed(floats, kind)] === float
      if (isNext) {
        const above = used === 0 ? 0 : Math.max(gap, float.gap)
        const end = used + above + float.height
        if (end <= room) {
          walk(band, fill, i, end, float.gap, place(floats, kind), [...heres, float], room, limit)
        }
      }
      // A float that may stand nowhere else: the text does not go past it.
      if (!float.top && !float.bottom && !float.page) stop = true
    }
    if (stop || i === limit) break
    if (i === begun) {
      used +=
        (used > 0 ? Math.max(gap, text.space[i] ?? 0) : 0) + (text.opening[i] ?? 0) + (text.height[i] ?? 0)
    } else used += Math.max(gap, text.space[i] ?? 0) + (text.height[i] ?? 0)
    gap = 0
    if (used > room) break
  }
  for (let k = ends.length - 1; k >= 0; k -= 1) {
    if (fill.offer(ends[k] ?? 0, bodies[k] ?? 0, floats, heres) && !band.effort.all) break
  }
  fill.flush()
}

/** The first unplaced float of a kind that has its home before slice i and may stand there. */
function homeAt(text: Text, kind: 0 | 1, floats: number, i: number): TextFloat | undefined {
  const list = text.floatsOf[kind]
  for (let index = placed(floats, kind); index < list.length; index += 1) {
    const float = list[index]
    if (!float || float.home > i) return undefined
    if (float.home === i && float.here) return float
  }
  return undefined
}

/** Collects the ends of one column. Ends of a group are offered from the fullest on. */
class Fill {
  /** An end without a lone line or a broken keep was found. */
  legal = false
  #clean = false
  #forbidden: { to: number; body: number; floats: number; heres: readonly TextFloat[] } | undefined
  readonly #isLast: boolean

  constructor(
    readonly band: Band,
    readonly node: Node,
    readonly column: number,
    readonly tops: readonly TextFloat[],
    readonly used: number,
    readonly bottoms: readonly TextFloat[],
    readonly foot: number,
    readonly out: Node[],
  ) {
    this.#isLast = column === band.text.geometry.columns - 1
  }

  /** @returns true when no further end of the group is worth a look */
  offer(to: number, body: number, floats: number, heres: readonly TextFloat[]): boolean {
    const { band } = this
    const { text, effort } = band
    if (band.end >= 0 && this.#isLast && to !== band.end) return !effort.all
    const isEnd = to === band.end || to === text.count || to === this.node.at
    let kind = text.breakClass[to] ?? FREE
    const isForced = to > this.node.at && kind === FORCED_COLUMN
    if (isEnd || kind >= FORCED_COLUMN) kind = FREE
    if (kind === FORBIDDEN && !effort.all) {
      this.#forbidden ??= { to, body, floats, heres }
      return false
    }
    const slack = this.#add(to, body, floats, heres, isForced)
    if (slack < 0) return false
    if (kind <= DISCOURAGED) {
      this.legal = true
      this.#clean = true
      if (effort.first) return true
    }
    return this.#clean && slack >= effort.slack
  }

  /** Ends a group: when it had no end that keeps what has to be kept, the fullest that does not is taken. */
  flush(): void {
    const end = this.#forbidden
    if (end && !this.#clean) this.#add(end.to, end.body, end.floats, end.heres, false)
    this.#forbidden = undefined
    this.#clean = false
  }

  /** The column holds no text. */
  offerEmpty(floats: number): void {
    const { band } = this
    if (band.end >= 0 && this.#isLast && this.node.at !== band.end) return
    this.#add(this.node.at, 0, floats, NONE, false)
  }

  /** @returns the slack, or −1 when the end is impossible */
  #add(to: number, text: number, floatsAfter: number, heres: readonly TextFloat[], forced: boolean): number {
    const { band, node, column } = this
    band.count.trials += 1
    const calls = band.text.called[to] ?? 0
    if (calls > band.mostCalls || (this.#isLast && !band.followed && calls < band.fewestCalls)) return -1
    let floats = floatsAfter
    let needs = node.needs
    let cost = node.cost
    for (const float of this.tops) {
      needs = Math.max(needs, float.ready)
      cost += floatCost(float, float.top)
    }
    for (const float of this.bottoms) {
      if (band.text.floatsOf[float.kind][placed(floats, float.kind)] !== float) return -1
      floats = place(floats, float.kind)
      needs = Math.max(needs, float.ready)
      cost += floatCost(float, float.bottom)
    }
    // Without text the gap between floats and text goes away.
    let body = text + this.used + this.foot
    if (to === node.at && heres.length === 0) body -= (this.tops.at(-1) ?? this.bottoms[0])?.gap ?? 0
    if (body > band.level) return -1
    const whole = band.bottom - band.top
    let waiting = node.waiting
    let noteUsed = 0
    let noteLimit = 0
    let area = 0
    let { areas } = node
    if (band.columnNotes) {
      noteUsed = areas?.[column] ?? 0
      noteLimit = (whole - body) * 100
      const { book, called } = band.text
      const first = called[node.at] ?? 0
      const last = called[to] ?? 0
      if (waiting > 0 || last > first) {
        const taken = book.take(waiting, first, last, noteUsed, noteLimit)
        if (!taken) return -1
        waiting = taken.waiting
        area = Math.ceil(taken.used / 100)
        cost += taken.cost
        if (band.followed) {
          areas = Array.from({ length: band.text.geometry.columns }, (_, c) =>
            c === column ? taken.used : (areas?.[c] ?? 0),
          )
        }
      } else {
        area = Math.ceil(noteUsed / 100)
        if (body + area > whole) return -1
      }
    }
    let slack = band.levelled ? band.level - body : whole - body - area
    if (to > node.at && to < band.text.count && to !== band.end) cost += band.text.breakCost[to] ?? 0
    if (forced && !band.levelled) slack = 0
    if (band.loose) cost += 0
    else if (band.levelled) cost += levelDifference(slack)
    else {
      cost += columnShort(slack)
      if (column > 0) cost += unlevel(slack - node.slack)
    }
    if (text === 1 && heres.length + this.tops.length + this.bottoms.length === 0)
      cost += WEIGHTS.oneLineColumn
    if (cost > band.bound) return slack
    const minSlack = column === 0 ? slack : Math.min(slack, node.minSlack)
    const known = areas ? -1 : indexOfState(this.out, to, floats, waiting, slack, minSlack, needs)
    const other = this.out[known]
    if (other && other.cost <= cost) return slack
    const added: Node = {
      parent: node,
      step: {
        type: 'column',
        column,
        top: band.top,
        level: band.levelled ? band.level : undefined,
        tops: this.tops,
        bottoms: this.bottoms,
        heres,
        noteLimit,
        noteUsed,
      },
      at: to,
      floats,
      waiting,
      cost,
      needs,
      slack,
      minSlack,
      areas,
      page: node.page,
      facing: node.facing,
    }
    if (other) this.out[known] = added
    else this.out.push(added)
    return slack
  }
}

/** Points for a float that does not stand in its place in the text. */
export function floatCost(float: TextFloat, allowed: boolean): number {
  return (float.here ? WEIGHTS.floatNotHere : 0) + (allowed ? 0 : WEIGHTS.floatForced)
}
