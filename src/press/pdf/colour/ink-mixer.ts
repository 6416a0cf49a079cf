import type { Colour } from '../../../issue/index.js'
import type { PressTransform } from './press-transform.js'
import { readPlates, type SpotPlate } from './spot-plate.js'

/** Ink of cyan, magenta, yellow, black, each 0–1. */
export type Cmyk = readonly [number, number, number, number]

/** Red, green, blue, each 0–1, as the browser paints them. */
export type Rgb = readonly [number, number, number]

export interface Ink {
  /** Of a spot colour: what it looks like. */
  readonly cmyk: Cmyk
  /** Exact by a name of the theme, or black alone; otherwise from the profile. */
  readonly isExact: boolean
  /** Printed on a plate of its own. */
  readonly spot?: SpotInk | undefined
}

export interface SpotInk {
  readonly plate: SpotPlate
  /** 0–1. */
  readonly tint: number
}

/** Steps of 8-bit colour that a number may be away from a whole one: Chromium writes four digits. */
const tolerance = 0.05

/**
 * Which ink a colour is printed with. A colour of the theme is printed as the theme says, a
 * spot colour on its own plate. Black and neutral grey that the
 * theme does not name are printed with black alone, as dark as the profile's grey: four inks would blur small text and turn
 * a line into a coloured one where they do not meet. All else goes through the profile.
 */
export class InkMixer {
  readonly #transform: PressTransform
  /** Plates of their own, in the theme's order. */
  readonly plates: readonly SpotPlate[]
  readonly #named: ReadonlyMap<number, Ink>
  #scale: readonly number[] | undefined
  readonly #known = new Map<number | string, Ink>()

  constructor(transform: PressTransform, colours: ReadonlyMap<string, Colour>) {
    this.#transform = transform
    const plates = readPlates(colours)
    this.plates = [...plates.values()]
    this.#named = new Map(
      [...colours.values()].map((colour) => [
        Number.parseInt(colour.rgb.slice(1), 16),
        namedInk(colour, plates),
      ]),
    )
  }

  ink(rgb: Rgb): Ink {
    const whole = wholeColour(rgb)
    const key = whole ?? rgb.join(' ')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const ink = this.#mix(rgb, whole)
    this.#known.set(key, ink)
    return ink
  }

  /**
   * Through the profile, whatever the theme says: for what lies between two colours.
   *
   * @param samples three numbers of 0–65535 each
   * @returns four of them each
   */
  samplesThroughProfile(samples: Uint16Array): Uint16Array {
    return this.#transform.colours(samples)
  }

  /** Black ink alone that comes out as light as a grey of the screen. */
  #black(value: number): number {
    if (value === 0 || value === 1) return 1 - value
    this.#scale ??= this.#transform.blackScale()
    const darker = this.#scale.findIndex((lightness) => lightness <= value)
    if (darker === -1) return 1
    const from = this.#scale[darker - 1] ?? 1
    const to = this.#scale[darker] ?? 0
    return Math.max(0, (darker - (from > to ? (value - to) / (from - to) : 0)) / 100)
  }

  #mix(rgb: Rgb, whole: number | undefined): Ink {
    const named = whole === undefined ? undefined : this.#named.get(whole)
    if (named !== undefined) return named
    if (isNeutral(rgb)) return { cmyk: [0, 0, 0, this.#black(clamp(rgb[0]))], isExact: true }
    const samples = Uint16Array.from(rgb, (value) => Math.round(clamp(value) * 65535))
    return { cmyk: cmykAt(this.samplesThroughProfile(samples), 0), isExact: false }
  }
}

function namedInk({ cmyk, spot }: Colour, plates: ReadonlyMap<string, SpotPlate>): Ink {
  const plate = spot === undefined ? undefined : plates.get(spot.name)
  const tint = (spot?.tint ?? 100) / 100
  const part = (at: 0 | 1 | 2 | 3) => (cmyk[at] / 100) * tint
  return {
    cmyk: [part(0), part(1), part(2), part(3)],
    isExact: true,
    spot: plate === undefined ? undefined : { plate, tint },
  }
}

function wholeColour(rgb: Rgb): number | undefined {
  let whole = 0
  for (const value of rgb) {
    const step = Math.round(value * 255)
    if (step < 0 || step > 255 || Math.abs(value * 255 - step) > tolerance) return undefined
    whole = whole * 256 + step
  }
  return whole
}

function isNeutral([red, green, blue]: Rgb): boolean {
  return red === green && green === blue
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}

function cmykAt(ink: Uint16Array, at: number): Cmyk {
  const value = (channel: number) => (ink[at * 4 + channel] ?? 0) / 65535
  return [value(0), value(1), value(2), value(3)]
}
