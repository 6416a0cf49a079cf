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
    for (const [at, plate] of this.plates.entries()) {
      if (keeps[at] ?? keepsOthers) continue
      const old = plate[pixel] ?? 0
      const ink = values[at] ?? 0
      const mixed =
        blend === 'multiply'
          ? 255 - ((255 - old) * (255 - ink)) / 255
          : blend === 'darken'
            ? Math.max(old, ink)
            : ink
      plate[pixel] = Math.round(old + (mixed - old) * alpha)
    }
  }

  /** Total ink in percent, as it would be after `put` when a deposit is given. */
  total(pixel: number, deposit?: Deposit): number {
    let sum = 0
    for (const [at, plate] of this.plates.entries()) {
      const isKept = deposit === undefined || (deposit.keeps[at] ?? deposit.keepsOthers)
      sum += isKept ? (plate[pixel] ?? 0) : (deposit.values[at] ?? 0)
    }
    return sum / 2.55
  }

  /** Whether there is ink other than black. */
  isColoured(pixel: number): boolean {
    return this.plates.some((plate, at) => at !== 3 && (plate[pixel] ?? 0) > 25)
  }
}
