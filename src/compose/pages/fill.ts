import type { Band } from './band.js'
import { columnShort, floatCost, levelDifference, unlevel, WEIGHTS } from './cost.js'
import { indexOfState, place, placed, type Node } from './node.js'
import { DISCOURAGED, FORBIDDEN, FORCED_COLUMN, FREE, type TextFloat } from './text.js'

const NONE: readonly TextFloat[] = []

/** Collects the ends of one column. Ends of a group are offered from the fullest on. */
export class Fill {
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
        if (band.footFloats) return -1
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
