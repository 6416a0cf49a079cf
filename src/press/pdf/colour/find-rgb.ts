import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFStream,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { contentStreams } from '../object/page-content.js'
import { wholeBytes } from '../object/stream-bytes.js'
import { operatorCode, scanContent } from '../scan-content.js'

/** Red, green and blue where a press PDF must have none. */
export interface RgbUse {
  /** Number of the object in the file. */
  readonly object: number
  /** `rg`, `/DeviceRGB`, `ICCBased`. */
  readonly found: string
}

const families = new Set(['DeviceRGB', 'CalRGB'].map((name) => PDFName.of(name)))
const colour = new Map(['rg', 'RG'].map((name) => [operatorCode(name), name]))
const space = new Map(['cs', 'CS'].map((name) => [operatorCode(name), name]))
const inlineImage = operatorCode('BI')

/**
 * Finds every use of red, green and blue: operators in the content of pages, forms, patterns and glyphs, and colour spaces
 * named anywhere, in pictures, shadings, groups and resources.
 */
export function findRgb(document: PDFDocument): RgbUse[] {
  const { context } = document
  const uses: RgbUse[] = []
  const contents = new Set<PDFObject>()
  for (const page of document.getPages()) for (const part of contentStreams(page.node)) contents.add(part)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const tell = (found: string) => uses.push({ object: ref.objectNumber, found })
    spacesIn(object, tell)
    if (object instanceof PDFStream && (contents.has(object) || hasContent(object.dict)))
      operatorsIn(wholeBytes(object), tell)
  }
  return uses
}

/** A form, a tiling pattern, or a glyph of a Type 3 font, which says nothing of itself but has no other key either. */
function hasContent(dict: PDFDict): boolean {
  return (
    dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form') ||
    dict.lookup(PDFName.of('PatternType')) instanceof PDFNumber
  )
}

function spacesIn(object: PDFObject, tell: (found: string) => void): void {
  if (object instanceof PDFName) {
    if (families.has(object)) tell(object.toString())
  } else if (object instanceof PDFStream) spacesIn(object.dict, tell)
  else if (object instanceof PDFDict) for (const value of object.values()) spacesIn(value, tell)
  else if (object instanceof PDFArray) {
    const profile = object.size() === 2 ? object.lookup(1) : undefined
    const channels = profile instanceof PDFStream ? profile.dict.lookup(PDFName.of('N')) : undefined
    if (
      object.get(0) === PDFName.of('ICCBased') &&
      channels instanceof PDFNumber &&
      channels.asNumber() === 3
    )
      tell('ICCBased')
    for (const value of object.asArray()) spacesIn(value, tell)
  }
}

function operatorsIn(bytes: Uint8Array, tell: (found: string) => void): void {
  scanContent(bytes, (operator, operands, start, end) => {
    const name = colour.get(operator)
    if (name !== undefined) tell(name)
    else if (space.has(operator) && operands.name(1) === 'DeviceRGB')
      tell(`/DeviceRGB ${space.get(operator)}`)
    else if (operator === inlineImage) {
      const head = Buffer.from(bytes.subarray(start, Math.min(end, start + 400))).toString('latin1')
      if (/\/(?:CS|ColorSpace)\s*\/(?:RGB|DeviceRGB)\b/.test(head)) tell('BI')
    }
  })
}
