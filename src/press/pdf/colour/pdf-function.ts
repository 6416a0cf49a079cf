import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { compileCalculator } from '../calculator.js'
import { streamBytes } from './stream-bytes.js'

/** A function of PDF (ISO 32000-1, 7.10): numbers in, numbers out. */
export type PdfFunction = (inputs: readonly number[]) => readonly number[]

/**
 * Makes a function object callable: exponential (type 2), stitching (3), calculator (4), and an array of functions of one
 * output each. Chromium writes no sampled one (0).
 *
 * @throws Error for any other type
 */
export function readFunction(object: PDFObject | undefined): PdfFunction {
  if (object instanceof PDFArray) {
    const functions = Array.from({ length: object.size() }, (_, at) => readFunction(object.lookup(at)))
    return (inputs) => functions.flatMap((each) => each(inputs))
  }
  const dict = object instanceof PDFStream ? object.dict : object
  if (!(dict instanceof PDFDict)) throw new Error('A shading has no function')
  const type = dict.lookup(PDFName.of('FunctionType'), PDFNumber).asNumber()
  if (type === 2) return exponential(dict)
  if (type === 3) return stitching(dict)
  if (type === 4 && object instanceof PDFStream)
    return compileCalculator(Buffer.from(streamBytes(object)).toString('latin1'))
  throw new Error(`A shading has a function of type ${type}`)
}

/** 7.10.3. */
function exponential(dict: PDFDict): PdfFunction {
  const from = numbers(dict, 'C0') ?? [0]
  const to = numbers(dict, 'C1') ?? [1]
  const exponent = dict.lookup(PDFName.of('N'), PDFNumber).asNumber()
  return ([x = 0]) => from.map((start, at) => start + x ** exponent * ((to[at] ?? 0) - start))
}

/** 7.10.4. */
function stitching(dict: PDFDict): PdfFunction {
  const list = dict.lookup(PDFName.of('Functions'), PDFArray)
  const functions = Array.from({ length: list.size() }, (_, at) => readFunction(list.lookup(at)))
  const [low = 0, high = 1] = numbers(dict, 'Domain') ?? []
  const bounds = numbers(dict, 'Bounds') ?? []
  const encode = numbers(dict, 'Encode') ?? []
  return ([input = 0]) => {
    const x = Math.min(high, Math.max(low, input))
    const found = bounds.findIndex((bound) => x < bound)
    const at = found === -1 ? functions.length - 1 : found
    const [start, end] = [bounds[at - 1] ?? low, bounds[at] ?? high]
    const [first = 0, last = 1] = encode.slice(at * 2, at * 2 + 2)
    const share = end > start ? (x - start) / (end - start) : 0
    return functions[at]?.([first + share * (last - first)]) ?? []
  }
}

/** The numbers of an array in a dictionary. */
export function numbers(dict: PDFDict, key: string): number[] | undefined {
  const array = dict.lookup(PDFName.of(key))
  if (!(array instanceof PDFArray)) return undefined
  return Array.from({ length: array.size() }, (_, at) => {
    const number = array.lookup(at)
    return number instanceof PDFNumber ? number.asNumber() : 0
  })
}
