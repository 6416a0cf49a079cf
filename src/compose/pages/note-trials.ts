import type { Effort } from './effort.js'
import { placed, type Node } from './node.js'
import { reach, type Text } from './text.js'

/** A height of the page's note area, and the notes called before the page's end that may ask for it. */
export interface AreaTrial {
  readonly area: number
  readonly fewest: number
  readonly most: number
}

/** No area: notes stand in the columns, or there are none. */
export const NO_AREA: AreaTrial = { area: 0, fewest: 0, most: Number.POSITIVE_INFINITY }

/** Guesses the height of a page's note area, which depends on where the columns end, and they on it. */
export class NoteTrials {
  constructor(
    readonly text: Text,
    readonly start: Node,
    readonly effort: Effort,
    readonly horizon: number,
  ) {}

  /** Heights of the page's note area worth a try. */
  trials(room: number, everyArea: boolean): readonly AreaTrial[] {
    const { text, start, effort } = this
    const first = text.called[start.at] ?? 0
    const last = text.called[this.horizon - 1] ?? 0
    if (start.waiting === 0 && last === first) return [NO_AREA]
    if (effort.everyArea || everyArea)
      return Array.from({ length: room + 1 }, (_, area) => ({ ...NO_AREA, area }))
    const trials = new Map<number, AreaTrial>()
    const add = (area: number, called: number): void => {
      const known = trials.get(area)
      trials.set(area, { area, fewest: known?.fewest ?? called, most: called })
    }
    for (let count = 0; first + count <= last; count += 1) {
      const whole = Math.ceil(text.book.need(start.waiting, first, first + count, 0) / 100)
      const least = start.waiting > 0 ? 0 : text.book.leastArea(first, count)
      if (least > room) break
      if (whole <= room && this.#callsBefore(room - whole) <= first + count) add(whole, first + count)
      // A split is worth a try when the whole note would push its own call off the page.
      if (whole > room || this.#callsAt(room - whole) < first + count) {
        let tries = 0
        for (let area = Math.min(whole - 1, room); area >= least && tries < 6; area -= 1) {
          if (this.#callsAt(room - area) < first + count) continue
          add(area, first + count)
          tries += 1
        }
      }
      if (this.#callsAt(room - Math.min(whole, room)) < first + count) break
    }
    return [...trials.values()]
  }

  /** Notes called before the end of a page whose columns have `room` units and stay a little short. */
  #callsBefore(room: number): number {
    const { text, start } = this
    const { at } = start
    const { columns } = text.geometry
    let units = (room - this.effort.slack - 3) * columns
    for (const list of text.floatsOf) {
      for (let i = placed(start.floats, list === text.floatsOf[0] ? 0 : 1); i < list.length; i += 1) {
        const float = list[i]
        if (!float || float.ready >= this.horizon) break
        units -= (float.height + float.gap) * (float.wide ? columns : 1)
      }
    }
    if (units <= 0) return text.called[at] ?? 0
    const end = Math.min(text.nextSpan[at] ?? text.count, text.nextForcedPage[at] ?? text.count)
    return text.called[Math.min(end, reach(text, at, units))] ?? 0
  }

  /** Notes called before the end of a page whose columns have `room` units. */
  #callsAt(room: number): number {
    const { columns } = this.text.geometry
    const at = reach(this.text, this.start.at, room * columns)
    return this.text.called[Math.min(at + columns * 2, this.text.count)] ?? 0
  }
}
