import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFStream, PDFString } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'

/** The dictionary of a dictionary or of a stream. */
export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFDict) return object
  return object instanceof PDFStream ? object.dict : undefined
}

/** What a key of a dictionary or stream leads to. A damaged file has any type anywhere. */
export function entry(holder: PDFObject | undefined, key: string): PDFObject | undefined {
  return dictOf(holder)?.lookup(PDFName.of(key))
}

export function nameOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined
}

export function numberOf(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined
}

export function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined
}

/** Items of an array, references followed. */
export function itemsOf(object: PDFObject | undefined): (PDFObject | undefined)[] {
  return object instanceof PDFArray ? object.asArray().map((_, at) => object.lookup(at)) : []
}

/** Numbers of an array; absent when it is none or holds anything else. */
export function numbersOf(object: PDFObject | undefined): number[] | undefined {
  if (!(object instanceof PDFArray)) return undefined
  const numbers = itemsOf(object).map(numberOf)
  return numbers.every((number) => number !== undefined) ? numbers : undefined
}
