import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { readColourSpace } from './colour-space.js'
import type { Paint, Shading } from './mark.js'
import type { Matrix } from './matrix.js'
import { readFunction } from '../../object/pdf-function.js'
import { entry, itemsOf, numberOf, numbersOf } from '../../object/read-object.js'

/** Colours that are looked at along a shading. */
const looks = 33

/** A shading dictionary (ISO 32000-1, 8.7.4.5). Absent when its colour space cannot be read. */
export function readShading(
  object: PDFObject | undefined,
  resources: PDFDict | undefined,
  matrix: Matrix,
): Paint | undefined {
  const space = readColourSpace(entry(object, 'ColorSpace'), resources)
  if (object === undefined || space === undefined) return undefined
  const [begins, ends] = itemsOf(entry(object, 'Extend')).map((item) => item?.toString() === 'true')
  const shading: Shading = {
    type: numberOf(entry(object, 'ShadingType')) ?? 0,
    space,
    colour: readFunction(entry(object, 'Function')),
    coords: numbersOf(entry(object, 'Coords')) ?? [],
    domain: numbersOf(entry(object, 'Domain')) ?? [0, 1],
    extend: [begins ?? false, ends ?? false],
    matrix,
    object,
  }
  return { space, values: coloursOf(shading)[0] ?? [], shading }
}

/** Colours that a shading passes through: along its function, or, in a mesh without one, the ends of its range. */
export function coloursOf({ type, colour, domain, object, space }: Shading): number[][] {
  const [from = 0, to = 1] = domain
  const step = (at: number, low = from, high = to) => low + ((high - low) * at) / (looks - 1)
  if (type === 1 && colour) {
    const [x0 = 0, x1 = 1, y0 = 0, y1 = 1] = domain
    const few = [0, 8, 16, 24, 32]
    return few.flatMap((x) => few.map((y) => colour([step(x, x0, x1), step(y, y0, y1)])))
  }
  if (colour) return Array.from({ length: looks }, (_, at) => colour([step(at)]))
  const decode = numbersOf(entry(object, 'Decode'))?.slice(4) ?? []
  return [Array.from({ length: space.components }, (_, at) => decode[at * 2 + 1] ?? 1)]
}
