import { deflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { requireFunction } from '../object/pdf-function.js'
import { entry, numbersOf } from '../object/read-object.js'
import { wholeBytes } from '../object/stream-bytes.js'
import { luminosity, type ContentMode } from './convert-content.js'
import type { InkMixer, Rgb } from './ink-mixer.js'
import { isRgbSpace } from './is-rgb-space.js'
import type { PlateSpaces } from './plate-spaces.js'
import { spotShading } from './spot-shading.js'

/** Colours between two ends that are not both exact. */
const betweenSteps = 64
/** Steps along a gradient of which only one direction matters, and in each direction of others. */
const lineSteps = 4096
const areaSteps = 512
/** More colours than these are no list but a gradient. */
const mostListed = 64

/** What shadings are converted with. */
export interface ShadingInk {
  readonly mode: ContentMode
  readonly mixer: InkMixer
  readonly plates: PlateSpaces
}

/**
 * Turns a shading (ISO 32000-1, 8.7.4.3) of RGB into one of ink, in place. Tints of one spot colour, also to
 * white, stay on its plate. Between two exact colours ink is mixed in even
 * steps; other gradients are sampled through the profile (function type 0, 7.10.2). Shadings by a calculator, which
 * Chromium writes for conic, repeating and fading gradients, are computed here.
 *
 * @throws Error for meshes (types 4–7): Chromium writes none
 */
export function convertShading(shading: PDFDict, { mode, mixer, plates }: ShadingInk): void {
  const { context } = shading
  if (!isRgbSpace(shading.lookup(PDFName.of('ColorSpace')))) return
  const type = shading.lookup(PDFName.of('ShadingType'), PDFNumber).asNumber()
  if (type > 3) throw new Error(`A shading of type ${type} has colours that cannot be converted`)
  const object = shading.lookup(PDFName.of('Function'))
  const spot = mode === 'ink' ? spotShading(object, mixer, context) : undefined
  if (spot !== undefined && type !== 1 && !shading.has(PDFName.of('Background'))) {
    shading.set(PDFName.of('Function'), spot.tints)
    shading.set(PDFName.of('ColorSpace'), plates.space(spot.plate))
    return
  }
  const converted = type === 1 ? area(shading, object, mode, mixer) : along(object, mode, mixer, context)
  shading.set(PDFName.of('Function'), converted)
  shading.set(PDFName.of('ColorSpace'), PDFName.of(mode === 'ink' ? 'DeviceCMYK' : 'DeviceGray'))
  const background = numbersOf(entry(shading, 'Background'))
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
  const apply = requireFunction(object)
  const [low = 0, high = 1] = numbersOf(entry(dict, 'Domain')) ?? []
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
  const colours = sample(steps, (at) => apply([low + ((high - low) * at) / (steps - 1)]))
  const values = valuesOf(colours, mode, mixer)
  if (mode === 'ink' && isLinear) meetEnds(values, first, last, mixer)
  return sampled(context, values, { mode, domain: [low, high], size: [steps] })
}

/** A function of two inputs, of shadings over an area. */
function area(
  shading: PDFDict,
  object: PDFObject | undefined,
  mode: ContentMode,
  mixer: InkMixer,
): PDFObject {
  const { context } = shading
  const domain = numbersOf(entry(shading, 'Domain')) ?? [0, 1, 0, 1]
  const [left = 0, right = 1, bottom = 0, top = 1] = domain
  const apply = requireFunction(object)
  const [columns, rows] = ignoresHeight(object) ? [lineSteps, 2] : [areaSteps, areaSteps]
  const colours = sample(columns * rows, (at) =>
    apply([
      left + ((right - left) * (at % columns)) / (columns - 1),
      bottom + ((top - bottom) * Math.floor(at / columns)) / (rows - 1),
    ]),
  )
  return sampled(context, valuesOf(colours, mode, mixer), { mode, domain, size: [columns, rows] })
}

/** Whether a calculator begins by dropping its second input: gradients along a line do. */
function ignoresHeight(object: PDFObject | undefined): boolean {
  return (
    object instanceof PDFStream && /^\s*\{\s*pop\s/.test(Buffer.from(wholeBytes(object)).toString('latin1'))
  )
}

/** Colours one after the other, three numbers each of 0–65535. */
function sample(count: number, colour: (at: number) => readonly number[]): Uint16Array {
  const values = new Uint16Array(count * 3)
  for (let at = 0; at < count; at += 1) values.set(rgbOf(colour(at)).map(to16), at * 3)
  return values
}

function sampled(
  context: PDFContext,
  values: Uint16Array,
  shape: {
    readonly mode: ContentMode
    readonly domain: readonly number[]
    readonly size: readonly number[]
  },
): PDFObject {
  const outputs = shape.mode === 'ink' ? 4 : 1
  // Compressed by Node, several times faster than by the library.
  const bytes = deflateSync(Buffer.from(values.buffer, values.byteOffset, values.byteLength).swap16())
  return context.register(
    context.stream(bytes, {
      Filter: 'FlateDecode',
      FunctionType: 0,
      Domain: [...shape.domain],
      Range: Array.from({ length: outputs }, () => [0, 1]).flat(),
      Size: [...shape.size],
      BitsPerSample: 16,
    }),
  )
}

/** Samples as their colour space writes them: four numbers of ink each, or one of grey. */
function valuesOf(colours: Uint16Array, mode: ContentMode, mixer: InkMixer): Uint16Array {
  const count = colours.length / 3
  if (mode === 'luminosity')
    return Uint16Array.from({ length: count }, (_, at) => to16(luminosity(colourAt(colours, at))))
  if (!isGrey(colours) && !isList(colours)) return mixer.samplesThroughProfile(colours)
  const values = new Uint16Array(count * 4)
  for (let at = 0; at < count; at += 1) values.set(mixer.ink(colourAt(colours, at)).cmyk.map(to16), at * 4)
  return values
}

function isGrey(colours: Uint16Array): boolean {
  for (let at = 0; at < colours.length; at += 3)
    if (colours[at] !== colours[at + 1] || colours[at] !== colours[at + 2]) return false
  return true
}

/** Few colours, with edges between them: each keeps its own ink. */
function isList(colours: Uint16Array): boolean {
  const distinct = new Set<number>()
  for (let at = 0; at < colours.length; at += 3) {
    distinct.add(((colours[at] ?? 0) * 65536 + (colours[at + 1] ?? 0)) * 65536 + (colours[at + 2] ?? 0))
    if (distinct.size > mostListed) return false
  }
  return true
}

function colourAt(colours: Uint16Array, at: number): Rgb {
  const part = (channel: number) => (colours[at * 3 + channel] ?? 0) / 65535
  return [part(0), part(1), part(2)]
}

/** Ends that are exact pull their surroundings along, less and less towards the other end. */
function meetEnds(values: Uint16Array, first: Rgb, last: Rgb, mixer: InkMixer): void {
  const count = values.length / 4
  const difference = (end: Rgb, at: number) =>
    mixer.ink(end).cmyk.map((ink, channel) => to16(ink) - (values[at * 4 + channel] ?? 0))
  const atStart = difference(first, 0)
  const atEnd = difference(last, count - 1)
  for (let at = 0; at < values.length; at += 1) {
    const share = Math.floor(at / 4) / Math.max(1, count - 1)
    const pull = (1 - share) * (atStart[at % 4] ?? 0) + share * (atEnd[at % 4] ?? 0)
    values[at] = Math.min(65535, Math.max(0, Math.round((values[at] ?? 0) + pull)))
  }
}

function to16(value: number): number {
  return Math.round(value * 65535)
}

const black: Rgb = [0, 0, 0]

function rgbOf(values: readonly number[]): Rgb {
  const clamp = (at: number) => Math.min(1, Math.max(0, values[at] ?? 0))
  return [clamp(0), clamp(1), clamp(2)]
}

function valueOf(colour: Rgb, mode: ContentMode, mixer: InkMixer): readonly number[] {
  return mode === 'ink' ? mixer.ink(colour).cmyk : [luminosity(colour)]
}
