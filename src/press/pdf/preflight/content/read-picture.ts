import {
  PDFBool,
  PDFContext,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFDict,
  type PDFObject,
  PDFStream,
} from '@cantoo/pdf-lib'
import { readColourSpace } from './colour-space.js'
import type { Picture } from './mark.js'
import { entry, numberOf, numbersOf } from '../../object/read-object.js'
import type { Operand } from './read-operations.js'

/** An image dictionary (ISO 32000-1, 8.9.5). */
export function readPicture(stream: PDFStream, resources: PDFDict | undefined): Picture {
  const isStencil = entry(stream, 'ImageMask') === PDFBool.True
  const mask = entry(stream, 'SMask')
  return {
    width: numberOf(entry(stream, 'Width')) ?? 0,
    height: numberOf(entry(stream, 'Height')) ?? 0,
    bits: isStencil ? 1 : (numberOf(entry(stream, 'BitsPerComponent')) ?? 8),
    space: isStencil ? undefined : readColourSpace(entry(stream, 'ColorSpace'), resources),
    isStencil,
    decode: numbersOf(entry(stream, 'Decode')),
    softMask: mask instanceof PDFStream ? mask : undefined,
    mask: entry(stream, 'Mask'),
    stream,
  }
}

/** Short names of inline images (8.9.7, tables 93 and 94). */
const keys: Readonly<Record<string, string>> = {
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  D: 'Decode',
  DP: 'DecodeParms',
  F: 'Filter',
  H: 'Height',
  IM: 'ImageMask',
  W: 'Width',
}
const filters: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
}

export function readInlinePicture(
  dictionary: ReadonlyMap<string, Operand>,
  bytes: Uint8Array,
  resources: PDFDict | undefined,
): Picture {
  const context = resources?.context ?? PDFContext.create()
  const dict = context.obj({})
  for (const [key, value] of dictionary) {
    const whole = keys[key] ?? key
    dict.set(PDFName.of(whole), toObject(value, context, whole === 'Filter'))
  }
  return readPicture(PDFRawStream.of(dict, bytes), resources)
}

function toObject(value: Operand, context: PDFContext, isFilter: boolean): PDFObject {
  if (value instanceof Uint8Array) return PDFString.of(Buffer.from(value).toString('latin1'))
  if (Array.isArray(value)) {
    const array = context.obj([])
    for (const item of value) array.push(toObject(item, context, isFilter))
    return array
  }
  if (value instanceof Map) {
    const dict = context.obj({})
    for (const [key, item] of value) dict.set(PDFName.of(key), toObject(item, context, false))
    return dict
  }
  if (typeof value === 'object' && value !== null)
    return PDFName.of(isFilter ? (filters[value.name] ?? value.name) : value.name)
  if (value === null) return PDFNull
  return typeof value === 'number' ? PDFNumber.of(value) : value ? PDFBool.True : PDFBool.False
}
