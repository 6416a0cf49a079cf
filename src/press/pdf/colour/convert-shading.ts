import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { luminosity, type ContentMode } from './convert-content.js'
import type { Cmyk, InkMixer, Rgb } from './ink-mixer.js'
import { isRgbSpace } from './is-rgb-space.js'
import { numbers, readFunction } from './pdf-function.js'

/** Colours between two ends that are not both exact. */
const betweenSteps = 64
/** Steps along a gradient of which only one direction matters, and in each direction of others. */
const lineSteps = 4096
const areaSteps = 768
/** More colours than these are no list but a gradient. */
const mostListed = 64

/**
 * Turns a shading (ISO 32000-1, 8.7.4.3) of RGB into one of ink, in place. Between two exact colours ink is mixed in even
 * steps; other gradients are sampled through the profile (function type 0, 7.10.2). Shadings by a calculator, which
 * Chromium writes for conic, repeating and fading gradients, are computed here.
 *
 * @throws Error for meshes (types 4–7): Chromium writes none
 */
export function convertShading(shading: PDFDict, mode: ContentMode, mixer: InkMixer): void {
  const { context } = shading
  if (!isRgbSpace(shading.lookup(PDFName.of('ColorSpace')))) return
  const type = shading.lookup(PDFName.of('ShadingType'), PDFNumber).asNumber()
  if (type > 3) throw new Error(`A shading of type ${type} has colours that cannot be converted`)
  const object = shading.lookup(PDFName.of('Function'))
  const converted = type === 1 ? area(shading, object, mode, mixer) : along(object, mode, mixer, context)
  shading.set(PDFName.of('Function'), converted)
  shading.set(PDFName.of('ColorSpace'), PDFName.of(mode === 'ink' ? 'DeviceCMYK' : 'DeviceGray'))
  const background = numbers(shading, 'Background')
  if (background !== undefined)
    shading.set(PDFName.of('Background'), context.obj([...valueOf(rgbOf(background), mode, mixer)]))
}

/** A function of one input, of axial and radial shadings. */
function along(
  object: PDFObject | undefined,
  mode: ContentMode,
  mixer: InkMixer,
  context: PDFContext,
): PDFObject {
  const dict = object instanceof PDFStream ? object.dict : object
  const type = dict instanceof PDFDict ? dict.lookup(PDFName.of('FunctionType')) : undefined
  const number = type instanceof PDFNumber ? type.asNumber() : undefined
  if (number === 3 && dict instanceof PDFDict) {
    const list = dict.lookup(PDFName.of('Functions'), PDFArray)
    const converted = Array.from({ length: list.size() }, (_, at) =>
      along(list.lookup(at), mode, mixer, context),
    )
    const stitched = dict.clone(context)
    stitched.set(PDFName.of('Functions'), context.obj(converted))
    stitched.delete(PDFName.of('Range'))
    return stitched
  }
  const apply = readFunction(object)
  const [low = 0, high = 1] = (dict instanceof PDFDict ? numbers(dict, 'Domain') : undefined) ?? []
  const isLinear =
    number === 2 && dict instanceof PDFDict && dict.lookup(PDFName.of('N'), PDFNumber).asNumber() === 1
  const ends = [low, high].map((x) => rgbOf(apply([x])))
  const [first = black, last = black] = ends
  if (isLinear && (mode === 'luminosity' || ends.every((end) => mixer.ink(end).isExact)))
    return context.obj({
      FunctionType: 2,
      Domain: [low, high],
      N: 1,
      C0: [...valueOf(first, mode, mixer)],
      C1: [...valueOf(last, mode, mixer)],
    })
  const steps = isLinear ? betweenSteps : lineSteps
  const colours = Array.from({ length: steps }, (_, at) =>
    rgbOf(apply([low + ((high - low) * at) / (steps - 1)])),
  )
  const values =
    mode === 'ink' ? meetEnds(inkOf(colours, mixer), first, last, mixer) : valuesOf(colours, mode, mixer)
  return sampled(context, values, { domain: [low, high], size: [steps] })
}

/** A function of two inputs, of shadings over an area. */
function area(
  shading: PDFDict,
  object: PDFObject | undefined,
  mode: ContentMode,
  mixer: InkMixer,
): PDFObject {
  const { context } = shading
  const domain = numbers(shading, 'Domain') ?? [0, 1, 0, 1]
  const [left = 0, right = 1, bottom = 0, top = 1] = domain
  const apply = readFunction(object)
  const colour = (x: number, y: number): Rgb =>
    rgbOf(apply([left + (right - left) * x, bottom + (top - bottom) * y]))
  const isLine = [0, 0.21, 0.47, 0.5, 0.73, 1].every((x) => {
    const values = [0, 0.31, 0.64, 1].map((y) => colour(x, y).join(' '))
    return values.every((value) => value === values[0])
  })
  const [columns, rows] = isLine ? [lineSteps, 2] : [areaSteps, areaSteps]
  const colours: Rgb[] = []
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      colours.push(colour(column / (columns - 1), row / (rows - 1)))
  return sampled(context, valuesOf(colours, mode, mixer), { domain, size: [columns, rows] })
}

function sampled(
  context: PDFContext,
  values: readonly (readonly number[])[],
  { domain, size }: { readonly domain: readonly number[]; readonly size: readonly number[] },
): PDFObject {
  const outputs = values[0]?.length ?? 1
  const bytes = Buffer.alloc(values.length * outputs * 2)
  values.forEach((value, at) =>
    value.forEach((part, channel) =>
      bytes.writeUInt16BE(Math.round(Math.min(1, Math.max(0, part)) * 65535), (at * outputs + channel) * 2),
    ),
  )
  return context.register(
    context.flateStream(bytes, {
      FunctionType: 0,
      Domain: [...domain],
      Range: Array.from({ length: outputs }, () => [0, 1]).flat(),
      Size: [...size],
      BitsPerSample: 16,
    }),
  )
}

/** Samples as their colour space writes them. */
function valuesOf(
  colours: readonly Rgb[],
  mode: ContentMode,
  mixer: InkMixer,
): readonly (readonly number[])[] {
  return mode === 'ink' ? inkOf(colours, mixer) : colours.map((colour) => [luminosity(colour)])
}

/** Few colours, or greys alone, keep their own ink; a gradient between others goes through the profile as a whole. */
function inkOf(colours: readonly Rgb[], mixer: InkMixer): Cmyk[] {
  const distinct = new Map(colours.map((colour) => [colour.join(' '), colour]))
  const areGrey = [...distinct.values()].every(([red, green, blue]) => red === green && green === blue)
  if (areGrey || distinct.size <= mostListed) return colours.map((colour) => mixer.ink(colour).cmyk)
  return mixer.throughProfile(colours)
}

/** Ends that are exact pull their surroundings along, less and less towards the other end. */
function meetEnds(values: readonly Cmyk[], first: Rgb, last: Rgb, mixer: InkMixer): Cmyk[] {
  const difference = (end: Rgb, value: Cmyk | undefined) =>
    mixer.ink(end).cmyk.map((ink, channel) => ink - (value?.[channel] ?? 0))
  const atStart = difference(first, values[0])
  const atEnd = difference(last, values.at(-1))
  return values.map((value, at) => {
    const share = at / Math.max(1, values.length - 1)
    const meet = (channel: 0 | 1 | 2 | 3) =>
      value[channel] + (1 - share) * (atStart[channel] ?? 0) + share * (atEnd[channel] ?? 0)
    return [meet(0), meet(1), meet(2), meet(3)]
  })
}

const black: Rgb = [0, 0, 0]

function rgbOf(values: readonly number[]): Rgb {
  const clamp = (at: number) => Math.min(1, Math.max(0, values[at] ?? 0))
  return [clamp(0), clamp(1), clamp(2)]
}

function valueOf(colour: Rgb, mode: ContentMode, mixer: InkMixer): readonly number[] {
  return mode === 'ink' ? mixer.ink(colour).cmyk : [luminosity(colour)]
}
