import type { Inks } from '../content/inks.js'
import type { Grid } from './grid.js'

/** A colour ready to be laid on the plates. */
export interface Deposit {
  /** 0 to 255 for each plate; those that came later have none of it. */
  readonly values: number[]
  /** Plates that keep what they have, as overprinting asks. */
  readonly keeps: boolean[]
  /** What holds for plates that came later. */
  readonly keepsOthers: boolean
}

export type Blend = 'normal' | 'multiply' | 'darken'

/** Ink on each plate of a page: cyan, magenta, yellow, black, then spot colours as they come. */
export class InkPlates {
  private readonly plates: Uint8Array[]
  private readonly spots = new Map<string, number>()

  constructor(readonly grid: Grid) {
    this.plates = Array.from({ length: 4 }, () => new Uint8Array(grid.columns * grid.rows))
  }

  /**
   * ISO 32000-1, 8.6.7 and table 149: without overprint a colour clears every plate that it does not speak of; with it,
   * those keep what they have; in mode 1, so do those of which DeviceCMYK says 0.
   */
  prepare(inks: Inks | undefined, overprint: boolean, keepsZero: boolean): Deposit {
    const { process, speaks, spots } = inks ?? {
      process: [0, 0, 0, 0],
      speaks: [true, true, true, true],
      spots: new Map<string, number>(),
    }
    for (const name of spots.keys()) {
      if (this.spots.has(name)) continue
      this.spots.set(name, this.plates.length)
      this.plates.push(new Uint8Array(this.grid.columns * this.grid.rows))
    }
    const values = [...process]
    const keeps = process.map(
      (value, at) => overprint && (speaks[at] === false || (keepsZero && value === 0)),
    )
    for (const [name, plate] of this.spots) {
      values[plate] = spots.get(name) ?? 0
      keeps[plate] = overprint && !spots.has(name)
    }
    return { values: values.map((value) => value * 255), keeps, keepsOthers: overprint }
  }

  put(pixel: number, { values, keeps, keepsOthers }: Deposit, alpha: number, blend: Blend): void {
    const { plates } = this
    // Once for every pixel of every mark: nothing is made here.
    for (let at = 0; at < plates.length; at += 1) {
      const plate = plates[at]
      if (plate === undefined || (keeps[at] ?? keepsOthers)) continue
      const old = plate[pixel] ?? 0
      const ink = values[at] ?? 0
      let mixed = ink
      if (blend === 'multiply') mixed = 255 - ((255 - old) * (255 - ink)) / 255
      else if (blend === 'darken') mixed = Math.max(old, ink)
      plate[pixel] = old + (mixed - old) * alpha + 0.5
    }
  }

  /** Total ink of every pixel, in steps of a 255th of one ink. */
  totals(): Uint16Array {
    const totals = new Uint16Array(this.grid.columns * this.grid.rows)
    for (const plate of this.plates)
      for (let pixel = 0; pixel < totals.length; pixel += 1)
        totals[pixel] = (totals[pixel] ?? 0) + (plate[pixel] ?? 0)
    return totals
  }

  /** Total ink in percent as it would be after `put`. */
  totalWith(pixel: number, { values, keeps, keepsOthers }: Deposit): number {
    let sum = 0
    for (let at = 0; at < this.plates.length; at += 1)
      sum += (keeps[at] ?? keepsOthers) ? (this.plates[at]?.[pixel] ?? 0) : (values[at] ?? 0)
    return sum / 2.55
  }

  /** Whether there is ink other than black. */
  isColoured(pixel: number): boolean {
    for (let at = 0; at < this.plates.length; at += 1)
      if (at !== 3 && (this.plates[at]?.[pixel] ?? 0) > 25) return true
    return false
  }
}
