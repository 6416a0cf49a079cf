import { PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { bitsAt } from './bits-at.js'
import { compileCalculator } from './calculator.js'
import { entry, itemsOf, numberOf, numbersOf } from './read-object.js'
import { streamBytes } from './stream-bytes.js'

/** A function of a PDF (ISO 32000-1, 7.10): numbers to numbers. */
export type PdfFunction = (input: readonly number[]) => number[]

/**
 * Reads a function, or an array of functions with one result each. Absent when it is damaged.
 *
 * @throws Error when its stream cannot be unpacked
 */
export function readFunction(object: PDFObject | undefined, depth = 0): PdfFunction | undefined {
  if (depth > 8) return undefined
  const several = itemsOf(object)
  if (several.length > 0) {
    const all = several.map((one) => readFunction(one, depth + 1))
    return all.every((one) => one !== undefined) ? (input) => all.flatMap((one) => one(input)) : undefined
  }
  const domain = numbersOf(entry(object, 'Domain')) ?? [0, 1]
  const range = numbersOf(entry(object, 'Range'))
  const inner = readKind(object, domain, range, depth)
  return inner && ((input) => clamp(inner(clamp(input, domain)), range))
}

/**
 * Reads a function that a page's colours are computed by.
 *
 * @throws Error when it is damaged or of an unknown type
 */
export function requireFunction(object: PDFObject | undefined): PdfFunction {
  const found = readFunction(object)
  if (found === undefined) throw new Error('A function is damaged or of a type that does not exist')
  return found
}

function readKind(
  object: PDFObject | undefined,
  domain: readonly number[],
  range: readonly number[] | undefined,
  depth: number,
): PdfFunction | undefined {
  const kind = numberOf(entry(object, 'FunctionType'))
  if (kind === 2) return exponential(object)
  if (kind === 3) return stitching(object, domain, depth)
  if (kind === 0 && object instanceof PDFStream && range) return sampled(object, domain, range)
  if (kind === 4 && object instanceof PDFStream && range)
    return calculated(Buffer.from(streamBytes(object).bytes).toString('latin1'), range.length / 2)
  return undefined
}

/** 7.10.5. Absent when it is no program. */
function calculated(source: string, outputs: number): PdfFunction | undefined {
  try {
    const calculate = compileCalculator(source)
    return (input) => {
      const results = calculate(input)
      return Array.from({ length: outputs }, (_, at) => results.at(at - outputs) ?? 0)
    }
  } catch {
    return undefined
  }
}

/** 7.10.3. */
function exponential(object: PDFObject | undefined): PdfFunction {
  const low = numbersOf(entry(object, 'C0')) ?? [0]
  const high = numbersOf(entry(object, 'C1')) ?? [1]
  const power = numberOf(entry(object, 'N')) ?? 1
  return ([x = 0]) => low.map((from, at) => from + x ** power * ((high[at] ?? from) - from))
}

/** 7.10.4. */
function stitching(
  object: PDFObject | undefined,
  domain: readonly number[],
  depth: number,
): PdfFunction | undefined {
  const read = itemsOf(entry(object, 'Functions')).map((part) => readFunction(part, depth + 1))
  const parts = read.filter((part) => part !== undefined)
  const bounds = numbersOf(entry(object, 'Bounds')) ?? []
  const encode = numbersOf(entry(object, 'Encode')) ?? []
  if (parts.length === 0 || parts.length < read.length) return undefined
  return ([x = 0]) => {
    const found = bounds.findIndex((bound) => x < bound)
    const at = found < 0 ? parts.length - 1 : found
    const from = at === 0 ? (domain[0] ?? 0) : (bounds[at - 1] ?? 0)
    const to = bounds[at] ?? domain[1] ?? 1
    return parts[at]?.([between(x, from, to, encode[at * 2] ?? 0, encode[at * 2 + 1] ?? 1)]) ?? []
  }
}

/** 7.10.2, of the nearest sample. */
function sampled(
  stream: PDFStream,
  domain: readonly number[],
  range: readonly number[],
): PdfFunction | undefined {
  const sizes = numbersOf(entry(stream, 'Size'))
  const bits = numberOf(entry(stream, 'BitsPerSample')) ?? 8
  if (sizes === undefined || sizes.length * 2 !== domain.length) return undefined
  const { bytes } = streamBytes(stream)
  const encode = numbersOf(entry(stream, 'Encode')) ?? sizes.flatMap((size) => [0, size - 1])
  const decode = numbersOf(entry(stream, 'Decode')) ?? range
  const outputs = range.length / 2
  return (input) => {
    let index = 0
    let stride = 1
    for (const [at, size] of sizes.entries()) {
      const [from = 0, to = 1] = domain.slice(at * 2)
      const place = between(input[at] ?? 0, from, to, encode[at * 2] ?? 0, encode[at * 2 + 1] ?? 0)
      index += Math.min(size - 1, Math.max(0, Math.round(place))) * stride
      stride *= size
    }
    return Array.from({ length: outputs }, (_, output) => {
      const value = bitsAt(bytes, (index * outputs + output) * bits, bits)
      return between(value, 0, 2 ** bits - 1, decode[output * 2] ?? 0, decode[output * 2 + 1] ?? 1)
    })
  }
}

function between(x: number, from: number, to: number, low: number, high: number): number {
  return to === from ? low : low + ((x - from) / (to - from)) * (high - low)
}

function clamp(values: readonly number[], bounds: readonly number[] | undefined): number[] {
  if (bounds === undefined) return [...values]
  // A loop: gradients are sampled a quarter of a million times.
  const clamped: number[] = []
  for (let at = 0; at < values.length && at * 2 < bounds.length; at += 1) {
    const value = values[at] ?? 0
    clamped.push(Math.min(bounds[at * 2 + 1] ?? value, Math.max(bounds[at * 2] ?? value, value)))
  }
  return clamped
}
