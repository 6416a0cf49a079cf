import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFDocument } from '@cantoo/pdf-lib'
import { streamBytes } from './object/stream-bytes.js'

/** A font of the file that is not fit for press, or not ours. */
export interface FontFault {
  /** `NotoSerifSC-Regular`, without the tag of the subset. */
  readonly font: string
  /** First page that uses it, 1-based. */
  readonly page: number
  readonly fault: string
}

/**
 * Looks at every font that a page can reach: each must be a composite font over TrueType outlines (Type0 with a
 * CIDFontType2; ISO 32000-1, 9.7), embedded as a whole TrueType program (9.9), with a ToUnicode map (9.10.3), and be
 * one of the expected fonts. Type 3 fonts come from CFF outlines and synthetic bold; strange names from a fallback.
 *
 * @param expected PostScript names
 */
export function findFontFaults(document: PDFDocument, expected: ReadonlySet<string>): FontFault[] {
  const faults: FontFault[] = []
  const seen = new Set<PDFDict>()
  document.getPages().forEach((page, index) => {
    const visit = (resources: PDFDict | undefined): void => {
      if (resources === undefined || seen.has(resources)) return
      seen.add(resources)
      for (const font of dictionaries(resources.lookupMaybe(PDFName.of('Font'), PDFDict))) {
        if (seen.has(font)) continue
        seen.add(font)
        const name = fontName(font)
        for (const fault of faultsOf(font, name, expected))
          faults.push({ font: name, page: index + 1, fault })
      }
      for (const group of ['XObject', 'Pattern', 'ExtGState']) {
        for (const holder of holders(resources.lookupMaybe(PDFName.of(group), PDFDict))) {
          visit(holder.lookupMaybe(PDFName.of('Resources'), PDFDict))
        }
      }
    }
    visit(page.node.Resources())
  })
  return faults
}

/** @throws Error naming each font that is unfit, the fault and the first page with it */
export function assertFonts(document: PDFDocument, expected: ReadonlySet<string>): void {
  const faults = findFontFaults(document, expected)
  if (faults.length === 0) return
  const list = faults.map(({ font, page, fault }) => `${font} on page ${page} ${fault}`)
  throw new Error(`The printed file has unfit fonts: ${list.join('; ')}`)
}

function faultsOf(font: PDFDict, name: string, expected: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const subtype = font.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText()
  if (subtype !== 'Type0') return [`is ${subtype ?? 'of no type'}, not a composite font`]
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
  const kind = descendant?.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText()
  if (kind !== 'CIDFontType2') faults.push(`is ${kind ?? 'without descendant'}, not TrueType`)
  const descriptor = descendant?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  if (!(descriptor?.lookup(PDFName.of('FontFile2')) instanceof PDFStream)) faults.push('is not embedded')
  if (!(font.lookup(PDFName.of('ToUnicode')) instanceof PDFStream)) faults.push('has no ToUnicode map')
  if (!expected.has(name))
    faults.push(`is not one of ours; it shows ${readCharacters(font) || 'no known characters'}`)
  return faults
}

/** The characters of a font by its ToUnicode map (9.10.3), where Chromium lists single codes and ranges. */
function readCharacters(font: PDFDict): string {
  const map = font.lookup(PDFName.of('ToUnicode'))
  if (!(map instanceof PDFStream)) return ''
  const text = Buffer.from(streamBytes(map).bytes).toString('latin1')
  // The range of all codes, 0000 to FFFF, is no character.
  const pairs = [...text.matchAll(/<[0-9A-F]+> <([0-9A-F]{4,})>/gi)].map(([, code = '']) =>
    Buffer.from(code, 'hex').swap16().toString('utf16le'),
  )
  return pairs
    .filter((character) => character !== '\uFFFF')
    .slice(0, 20)
    .join('')
}

function fontName(font: PDFDict): string {
  const name = font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? 'a font without name'
  return name.replace(/^[A-Z]{6}\+/, '')
}

function dictionaries(dict: PDFDict | undefined): PDFDict[] {
  return (dict?.values() ?? [])
    .map((value) => (value instanceof PDFRef ? dict?.context.lookup(value) : value))
    .filter((value) => value instanceof PDFDict)
}

/** Forms and tiling patterns have resources of their own; a graphics state leads to a form by its soft mask. */
function holders(dict: PDFDict | undefined): PDFDict[] {
  return (dict?.values() ?? []).flatMap((value) => {
    const object = value instanceof PDFRef ? dict?.context.lookup(value) : value
    if (object instanceof PDFStream) return [object.dict]
    if (!(object instanceof PDFDict)) return []
    const mask = object.lookup(PDFName.of('SMask'))
    const group = mask instanceof PDFDict ? mask.lookup(PDFName.of('G')) : undefined
    return group instanceof PDFStream ? [group.dict] : []
  })
}
