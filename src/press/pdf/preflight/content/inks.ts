import type { ColourSpace } from './colour-space.js'

/** How much of each ink a colour asks for, 0 to 1. */
export interface Inks {
  /** Cyan, magenta, yellow, black. */
  readonly process: readonly [number, number, number, number]
  /** Those of the four that the colour space speaks of at all: what overprinting replaces. */
  readonly speaks: readonly [boolean, boolean, boolean, boolean]
  /** Spot colours by name. */
  readonly spots: ReadonlyMap<string, number>
}

const processNames: readonly string[] = ['Cyan', 'Magenta', 'Yellow', 'Black']
const noSpots: ReadonlyMap<string, number> = new Map()
const all = [true, true, true, true] as const

/**
 * The inks of a colour. Absent for RGB and Lab, whose inks only the printer's conversion decides. Grey is black ink;
 * CMYK under an ICC profile is taken to be that of the output intent.
 */
export function inksOf(space: ColourSpace, values: readonly number[]): Inks | undefined {
  const { family, components, base, table, names } = space
  if (family === 'Indexed') {
    if (base === undefined || table === undefined) return undefined
    const from = Math.round(values[0] ?? 0) * base.components
    return inksOf(
      base,
      Array.from({ length: base.components }, (_, at) => (table[from + at] ?? 0) / 255),
    )
  }
  if (family === 'Separation' || family === 'DeviceN') return colourantInks(names ?? [], values)
  const isGray =
    family === 'DeviceGray' || family === 'CalGray' || (family === 'ICCBased' && components === 1)
  if (isGray) return { process: [0, 0, 0, 1 - unit(values[0])], speaks: all, spots: noSpots }
  if (family !== 'DeviceCMYK' && !(family === 'ICCBased' && components === 4)) return undefined
  const [c, m, y, k] = values
  return { process: [unit(c), unit(m), unit(y), unit(k)], speaks: all, spots: noSpots }
}

/** 8.6.6.4: `All` is every ink, `None` is none. */
function colourantInks(names: readonly string[], values: readonly number[]): Inks {
  const process: [number, number, number, number] = [0, 0, 0, 0]
  const speaks: [boolean, boolean, boolean, boolean] = [false, false, false, false]
  const spots = new Map<string, number>()
  for (const [at, name] of names.entries()) {
    const tint = unit(values[at])
    const index = processNames.indexOf(name)
    if (name === 'All') {
      process.fill(tint)
      speaks.fill(true)
    } else if (index >= 0) {
      process[index] = tint
      speaks[index] = true
    } else if (name !== 'None') spots.set(name, tint)
  }
  return { process, speaks, spots }
}

/** Total ink, in percent. */
export function totalInk({ process, spots }: Inks): number {
  let total = process[0] + process[1] + process[2] + process[3]
  for (const tint of spots.values()) total += tint
  return total * 100
}

/** As a printer writes it: `C60 M50 Y50 K100`. */
export function describeInks({ process, spots }: Inks): string {
  const parts = ['C', 'M', 'Y', 'K'].map((letter, at) => `${letter}${Math.round((process[at] ?? 0) * 100)}`)
  return [...parts, ...[...spots].map(([name, tint]) => `${name} ${Math.round(tint * 100)}`)].join(' ')
}

function unit(value = 0): number {
  return Math.min(1, Math.max(0, value))
}
