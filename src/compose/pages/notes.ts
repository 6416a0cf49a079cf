import type { Galley, GalleyNote } from '../../issue/galley.js'
import type { ComposeGeometry, PlannedNote, PlanWarning } from '../../issue/page-plan.js'
import { noteSplit } from './cost.js'

/** A note, or what is left of it, that waits for the next area. */
interface Waiting {
  readonly note: number
  readonly from: number
}

/** What an area took of the notes offered to it. */
export interface Taken {
  /** Identity of the list of notes that wait; 0 is the empty list. */
  readonly waiting: number
  /** Hundredths of a unit used in the area, its separator included. */
  readonly used: number
  /** Points for the splits. */
  readonly cost: number
}

/**
 * The article's notes, opening notes first, and the arithmetic of their areas. A list of waiting notes is known by a
 * number, so that states of the search can be compared.
 */
export class NoteBook {
  readonly #notes: readonly GalleyNote[]
  readonly #order: readonly number[]
  readonly #openings: number
  readonly #separator: number
  readonly #gap: number
  /** By note: hundredths from strip i to the note's end. */
  readonly #rest: readonly (readonly number[])[]
  /** Hundredths of the notes before i, each with a gap. */
  readonly #sum: readonly number[]
  readonly #lists: (readonly Waiting[])[] = [[]]
  readonly #identities = new Map<string, number>([['', 0]])

  /** @param order indices of the galley's notes in the order of their calls */
  constructor(galley: Galley, geometry: ComposeGeometry, order: readonly number[], warnings: PlanWarning[]) {
    this.#order = order
    this.#notes = [...galley.openingNotes, ...order.flatMap((note) => galley.notes[note] ?? [])]
    this.#openings = galley.openingNotes.length
    this.#separator = geometry.notes.separator
    this.#gap = geometry.notes.gap
    // A strip must leave room for the separator and for one line of text.
    const most = Math.max(1, geometry.lines * 100 - this.#separator - 100)
    this.#rest = this.#notes.map((note) => {
      const strips = note.strips.length > 0 ? note.strips : [0]
      const rest = Array.from({ length: strips.length + 1 }, () => 0)
      for (let i = strips.length - 1; i >= 0; i -= 1) {
        rest[i] = (rest[i + 1] ?? 0) + Math.min(strips[i] ?? 0, most)
      }
      if (strips.some((strip) => strip > most)) {
        const needs = Math.ceil(Math.max(...strips) / 100)
        const has = Math.floor(most / 100)
        warnings.push({
          kind: 'block-scaled',
          article: galley.id,
          place: note.place,
          key: note.key,
          needs,
          has,
        })
      }
      return rest
    })
    const sum = [0]
    this.#rest.forEach((rest, i) => sum.push((sum[i] ?? 0) + (rest[0] ?? 0) + this.#gap))
    this.#sum = sum
  }

  get count(): number {
    return this.#notes.length
  }

  /** The list of all opening notes, which wait for the first page. */
  openings(): number {
    return this.#identify(this.#notes.slice(0, this.#openings).map((_, note) => ({ note, from: 0 })))
  }

  /** Notes in a list. */
  countWaiting(waiting: number): number {
    return this.#lists[waiting]?.length ?? 0
  }

  /** Adds whole notes `first` to before `last` to a list. */
  append(waiting: number, first: number, last: number): number {
    if (first >= last) return waiting
    const list = [...(this.#lists[waiting] ?? [])]
    for (let note = first; note < last; note += 1) list.push({ note, from: 0 })
    return this.#identify(list)
  }

  /** Units of the smallest area in which `count` notes from `first` may begin. */
  leastArea(first: number, count: number): number {
    if (count <= 0) return 0
    let used = this.#separator
    for (let note = first; note < first + count; note += 1) {
      const rest = this.#rest[note] ?? [0]
      used += (rest[0] ?? 0) - (rest[1] ?? 0) + (note > first ? this.#gap : 0)
    }
    return Math.ceil(used / 100)
  }

  /** Hundredths that an area of `used` hundredths grows to with all waiting notes and notes `first` to before `last`. */
  need(waiting: number, first: number, last: number, used: number): number {
    if (waiting === 0 && first >= last) return used
    let total = used === 0 ? this.#separator - this.#gap : used
    for (const item of this.#lists[waiting] ?? [])
      total += (this.#rest[item.note]?.[item.from] ?? 0) + this.#gap
    return first < last ? total + (this.#sum[last] ?? 0) - (this.#sum[first] ?? 0) : total
  }

  /**
   * Puts waiting notes and notes `first` to before `last` into an area that may grow to `limit` hundredths. Every
   * note of the range begins there; of waiting ones as much as fits, in order.
   *
   * @returns undefined when a note of the range cannot begin, or the area is already beyond the limit
   */
  take(waiting: number, first: number, last: number, used: number, limit: number): Taken | undefined {
    const need = this.need(waiting, first, last, used)
    if (need <= limit) return { waiting: 0, used: need, cost: 0 }
    if (used > limit) return undefined
    let cost = 0
    let end = used
    const left: Waiting[] = []
    for (const placed of this.#cut(waiting, first, last, used, limit)) {
      const { note, from, to } = placed
      const rest = this.#rest[note] ?? [0]
      const length = rest.length - 1
      if (to === from) {
        if (!this.#isWaiting(waiting, note)) return undefined
        left.push({ note, from })
        continue
      }
      end += (rest[from] ?? 0) - (rest[to] ?? 0) + (end === 0 ? this.#separator : this.#gap)
      if (to < length) {
        left.push({ note, from: to })
        cost += noteSplit(to - from, length - to)
      }
    }
    return { waiting: this.#identify(left), used: end, cost }
  }

  /** The notes of an area as `take` puts them. */
  place(waiting: number, first: number, last: number, used: number, limit: number): readonly PlannedNote[] {
    const placed: PlannedNote[] = []
    for (const { note, from, to } of this.#cut(waiting, first, last, used, limit)) {
      if (to === from) continue
      if (note < this.#openings) placed.push({ list: 'opening', note, from, to })
      else placed.push({ list: 'notes', note: this.#order[note - this.#openings] ?? 0, from, to })
    }
    return placed
  }

  /** Strips of a note. */
  length(note: number): number {
    return (this.#rest[note]?.length ?? 1) - 1
  }

  #cut(waiting: number, first: number, last: number, used: number, limit: number) {
    const items = [...(this.#lists[waiting] ?? [])]
    for (let note = first; note < last; note += 1) items.push({ note, from: 0 })
    // Room kept for the first strips of the notes called here, since they have to begin here.
    let reserve = 0
    for (let note = first; note < last; note += 1) reserve += this.#firstStrip(note) + this.#gap
    const cuts: { note: number; from: number; to: number }[] = []
    let end = used
    let index = 0
    const waitingCount = this.#lists[waiting]?.length ?? 0
    let held = false
    for (const { note, from } of items) {
      const waits = index < waitingCount
      if (!waits) reserve -= this.#firstStrip(note) + this.#gap
      index += 1
      const rest = this.#rest[note] ?? [0]
      const length = rest.length - 1
      const start = end + (end === 0 ? this.#separator : this.#gap)
      const room = limit - reserve - start
      let to = from
      // Waiting notes keep their order: behind one that is cut, the others wait on.
      while (!(waits && held) && to < length && (rest[from] ?? 0) - (rest[to + 1] ?? 0) <= room) to += 1
      cuts.push({ note, from, to })
      if (to < length) held = true
      if (to > from) end = start + (rest[from] ?? 0) - (rest[to] ?? 0)
    }
    return cuts
  }

  #firstStrip(note: number): number {
    const rest = this.#rest[note] ?? [0]
    return (rest[0] ?? 0) - (rest[1] ?? 0)
  }

  #isWaiting(waiting: number, note: number): boolean {
    return (this.#lists[waiting] ?? []).some((item) => item.note === note)
  }

  #identify(list: readonly Waiting[]): number {
    if (list.length === 0) return 0
    const key = list.map(({ note, from }) => `${note}:${from}`).join(' ')
    const known = this.#identities.get(key)
    if (known !== undefined) return known
    const identity = this.#lists.length
    this.#lists.push(list)
    this.#identities.set(key, identity)
    return identity
  }
}
