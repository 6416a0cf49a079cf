import { PDFName, type PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import { readColourSpace, type ColourSpace } from './colour-space.js'
import type { GraphicsState } from './graphics-state.js'
import type { Paint } from './mark.js'
import type { Operand } from './read-operations.js'
import { isName, resourceOf } from './resource-of.js'

const devices = new Map([
  ['g', 'DeviceGray'],
  ['rg', 'DeviceRGB'],
  ['k', 'DeviceCMYK'],
])

/** Reads a pattern; `under` is the colour space and the colour that an uncoloured one is painted in. */
export type ReadPattern = (object: PDFObject | undefined, under: Paint) => Paint | undefined

/** Operators of colour (ISO 32000-1, 8.6.8). Gives false for any other operator. */
export function setColour(
  state: GraphicsState,
  operator: string,
  operands: readonly Operand[],
  resources: PDFDict | undefined,
  readPattern: ReadPattern,
): boolean {
  const kind = operator.toLowerCase()
  const device = devices.get(kind)
  if (device === undefined && kind !== 'cs' && kind !== 'sc' && kind !== 'scn') return false
  const which = operator === kind ? 'fill' : 'stroke'
  const values = operands.filter((operand) => typeof operand === 'number')
  const named = (name: string) => readColourSpace(PDFName.of(name), resources)
  if (device !== undefined) {
    const space = named(device)
    if (space) state[which] = { space, values }
    return true
  }
  if (kind === 'cs') {
    const [name] = operands
    const space = isName(name) ? named(name.name) : undefined
    if (space) state[which] = { space, values: initialValues(space) }
    return true
  }
  const under = { space: state[which].space, values }
  const last = operands.at(-1)
  const pattern = isName(last) ? readPattern(resourceOf(resources, 'Pattern', last), under) : undefined
  state[which] = pattern ?? under
  return true
}

/** What a colour space begins with. */
function initialValues({ family, components }: ColourSpace): number[] {
  if (family === 'Separation' || family === 'DeviceN') return Array.from({ length: components }, () => 1)
  if (components === 4) return [0, 0, 0, 1]
  return Array.from({ length: components }, () => 0)
}
