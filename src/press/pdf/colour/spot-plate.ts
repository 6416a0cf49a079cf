import { PDFName, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'
import type { Colour } from '../../../issue/index.js'
import type { Cmyk } from './ink-mixer.js'

/** A plate for one ink beside the four. */
export interface SpotPlate {
  /** What content streams call its colour space. */
  readonly resource: string
  /** The ink's name as the printer knows it. */
  readonly name: string
  /** What its full tint looks like where there is no such plate. */
  readonly cmyk: Cmyk
}

/** Plates by the names of their inks, in the theme's order. */
export function readPlates(colours: ReadonlyMap<string, Colour>): ReadonlyMap<string, SpotPlate> {
  const plates = new Map<string, SpotPlate>()
  for (const { spot, cmyk } of colours.values()) {
    if (spot === undefined || plates.has(spot.name)) continue
    plates.set(spot.name, {
      resource: `KbSpot${plates.size + 1}`,
      name: spot.name,
      cmyk: [cmyk[0] / 100, cmyk[1] / 100, cmyk[2] / 100, cmyk[3] / 100],
    })
  }
  return plates
}

/** Its colour space (ISO 32000-1, 8.6.6.4): a tint looks like as much of each of the four inks. */
export function separation(context: PDFContext, { name, cmyk }: SpotPlate): PDFRef {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], N: 1, C0: [0, 0, 0, 0], C1: [...cmyk] })
  return context.register(context.obj([PDFName.of('Separation'), inkName(name), 'DeviceCMYK', tint]))
}

/** A name in UTF-8 (ISO 32000-1, 7.3.5), all but letters and digits by their numbers. */
function inkName(name: string): PDFName {
  const written = Array.from(Buffer.from(name, 'utf8'), (byte) => {
    const letter = String.fromCharCode(byte)
    return /[A-Za-z0-9]/.test(letter) ? letter : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`
  })
  return PDFName.of(written.join(''))
}
