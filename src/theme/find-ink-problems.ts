import type { Colour } from '../issue/index.js'

export interface InkProblem {
  /** The colour's name in the theme. */
  readonly name: string
  readonly problem: string
}

/**
 * Finds colours of a theme that the press PDF could not tell apart, since it knows them by their red, green and blue, and
 * spot colours of one name that look differently: a plate has one ink (ISO 19005-2, 6.2.4.4).
 */
export function findInkProblems(colours: ReadonlyMap<string, Colour>): InkProblem[] {
  const byScreen = new Map<string, readonly [string, Colour]>()
  const byPlate = new Map<string, readonly [string, Colour]>()
  const problems: InkProblem[] = []
  for (const [name, colour] of colours) {
    const same = byScreen.get(colour.rgb)
    if (same === undefined) byScreen.set(colour.rgb, [name, colour])
    else if (describe(same[1]) !== describe(colour))
      problems.push({
        name,
        problem: `${colour.rgb} is ${describe(colour)} here and ${describe(same[1])} as ${same[0]}; change one of them by one step, for instance to ${neighbour(colour.rgb)}`,
      })
    if (colour.spot === undefined) continue
    const plate = byPlate.get(colour.spot.name)
    if (plate === undefined) byPlate.set(colour.spot.name, [name, colour])
    else if (plate[1].cmyk.join() !== colour.cmyk.join())
      problems.push({
        name,
        problem: `${colour.spot.name} has the cmyk [${plate[1].cmyk.join(', ')}] in ${plate[0]}, and must have it here too: it is that of the full tint; say how much of it by tint`,
      })
  }
  return problems
}

function describe({ cmyk, spot }: Colour): string {
  return spot === undefined ? `cmyk [${cmyk.join(', ')}]` : `${spot.tint} % of ${spot.name}`
}

/** A colour that no eye tells from it. */
function neighbour(rgb: string): string {
  const blue = Number.parseInt(rgb.slice(5), 16)
  return rgb.slice(0, 5) + (blue === 255 ? blue - 1 : blue + 1).toString(16).padStart(2, '0')
}
