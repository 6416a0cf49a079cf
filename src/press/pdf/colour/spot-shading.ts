import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { entry, numbersOf } from '../object/read-object.js'
import type { InkMixer, Rgb } from './ink-mixer.js'
import type { SpotPlate } from './spot-plate.js'

/** A gradient that one plate prints. */
export interface SpotShading {
  readonly plate: SpotPlate
  /** Function from the place along the gradient to the tint, 0–1. */
  readonly tints: PDFObject
}

/**
 * Reads the function of an axial or radial shading in RGB as one of tints.
 *
 * @returns `undefined` unless all colours are tints of one spot colour, or white, with straight ways between them
 */
export function spotShading(
  object: PDFObject | undefined,
  mixer: InkMixer,
  context: PDFContext,
): SpotShading | undefined {
  const plates = new Set<SpotPlate>()
  const tintAt = (dict: PDFDict, end: 'C0' | 'C1'): number | undefined => {
    const [red, green, blue] = numbersOf(entry(dict, end)) ?? []
    if (red === undefined || green === undefined || blue === undefined) return undefined
    const rgb: Rgb = [red, green, blue]
    const { cmyk, spot } = mixer.ink(rgb)
    if (spot === undefined) return cmyk.every((ink) => ink === 0) ? 0 : undefined
    plates.add(spot.plate)
    return spot.tint
  }
  const convert = (part: PDFObject | undefined): PDFDict | undefined => {
    if (!(part instanceof PDFDict)) return undefined
    const type = part.lookupMaybe(PDFName.of('FunctionType'), PDFNumber)?.asNumber()
    if (type === 3) {
      const list = part.lookup(PDFName.of('Functions'), PDFArray)
      const parts = Array.from({ length: list.size() }, (_, at) => convert(list.lookup(at)))
      const known = parts.filter((each) => each !== undefined)
      if (known.length < parts.length) return undefined
      const stitched = part.clone(context)
      stitched.set(PDFName.of('Functions'), context.obj(known))
      stitched.delete(PDFName.of('Range'))
      return stitched
    }
    if (type !== 2 || part.lookupMaybe(PDFName.of('N'), PDFNumber)?.asNumber() !== 1) return undefined
    const [first, last] = [tintAt(part, 'C0'), tintAt(part, 'C1')]
    if (first === undefined || last === undefined) return undefined
    return context.obj({
      FunctionType: 2,
      Domain: [...(numbersOf(entry(part, 'Domain')) ?? [0, 1])],
      N: 1,
      C0: [first],
      C1: [last],
    })
  }
  const tints = convert(object)
  const [plate, ...others] = plates
  return tints === undefined || plate === undefined || others.length > 0 ? undefined : { plate, tints }
}
