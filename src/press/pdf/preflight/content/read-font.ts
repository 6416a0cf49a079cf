import { PDFStream, type PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import { streamBytes } from '../../object/stream-bytes.js'
import { readCharacterMap } from './character-map.js'
import { dictOf, entry, itemsOf, nameOf, numberOf, numbersOf } from '../../object/read-object.js'

/** One character of a string: how far it moves the pen, in ems, and what of it stands where. */
export interface Glyph {
  readonly advance: number
  /** A single byte 32, on which word spacing acts (9.3.3). */
  readonly isSpace: boolean
  /** The font has no such character and draws its `.notdef`: a box, or nothing. */
  readonly isMissing: boolean
  /** Left edge and right edge from the pen, in ems. */
  readonly left: number
  readonly right: number
}

/** A font as a content stream uses it. */
export interface FontUse {
  readonly dict: PDFDict
  /** Without the tag of a subset. */
  readonly name: string
  readonly subtype: string
  readonly isVertical: boolean
  /** Highest and lowest point of its characters, in ems from the baseline. */
  readonly ascent: number
  readonly descent: number
  readonly glyphs: (text: Uint8Array) => Glyph[]
}

export function readFont(object: PDFObject | undefined): FontUse | undefined {
  const dict = dictOf(object)
  if (dict === undefined) return undefined
  const subtype = nameOf(entry(dict, 'Subtype')) ?? ''
  const name = (nameOf(entry(dict, 'BaseFont')) ?? nameOf(entry(dict, 'Name')) ?? '?').replace(
    /^[A-Z]{6}\+/,
    '',
  )
  if (subtype === 'Type0') return { dict, name, subtype, ...composite(dict) }
  return { dict, name, subtype, isVertical: false, ...heights(dict), glyphs: simpleGlyphs(dict, subtype) }
}

/** The descriptor's, as far as they can be true; else those of an em box. */
function heights(holder: PDFObject | undefined): { ascent: number; descent: number } {
  const descriptor = entry(holder, 'FontDescriptor')
  const ascent = (numberOf(entry(descriptor, 'Ascent')) ?? 0) / 1000
  const descent = (numberOf(entry(descriptor, 'Descent')) ?? 0) / 1000
  return {
    ascent: ascent > 0.4 && ascent <= 0.95 ? ascent : 0.88,
    descent: descent < 0 && descent >= -0.3 ? descent : -0.12,
  }
}

function simpleGlyphs(dict: PDFDict, subtype: string): FontUse['glyphs'] {
  const first = numberOf(entry(dict, 'FirstChar')) ?? 0
  const widths = numbersOf(entry(dict, 'Widths'))
  const missing = numberOf(entry(entry(dict, 'FontDescriptor'), 'MissingWidth'))
  const scale = subtype === 'Type3' ? Math.abs(numbersOf(entry(dict, 'FontMatrix'))?.[0] ?? 0.001) : 0.001
  // The fourteen standard fonts need no widths; half an em is that of an average letter.
  const otherwise = missing ?? (widths ? 0 : 500)
  const absent = readAbsent(entry(dict, 'Encoding'))
  return (text) =>
    Array.from(text, (code) => {
      const advance = (widths?.[code - first] ?? otherwise) * scale
      return { advance, isSpace: code === 32, isMissing: absent.has(code), left: 0, right: advance }
    })
}

/** Codes that an encoding gives to `.notdef` (9.6.6.1); which others the font lacks only its program knows. */
function readAbsent(encoding: PDFObject | undefined): Set<number> {
  const absent = new Set<number>()
  let code = 0
  for (const item of itemsOf(entry(encoding, 'Differences'))) {
    const number = numberOf(item)
    if (nameOf(item) === '.notdef') absent.add(code)
    code = number ?? code + 1
  }
  return absent
}

function composite(dict: PDFDict): Pick<FontUse, 'isVertical' | 'ascent' | 'descent' | 'glyphs'> {
  const descendant = itemsOf(entry(dict, 'DescendantFonts'))[0]
  const map = readCharacterMap(entry(dict, 'Encoding'))
  const usual = numberOf(entry(descendant, 'DW')) ?? 1000
  const widths = readWidths(entry(descendant, 'W'))
  const down = Math.abs(numbersOf(entry(descendant, 'DW2'))?.[1] ?? -1000) / 1000
  const glyphOf = readGlyphNumbers(entry(descendant, 'CIDToGIDMap'))
  const widthOf = (cid: number | undefined, bytes: number) => {
    if (cid !== undefined) return (widths.get(cid) ?? usual) / 1000
    return bytes === 1 ? 0.5 : usual / 1000
  }
  const glyphs: FontUse['glyphs'] = (text) =>
    map.codes(text).map(({ code, bytes }) => {
      const cid = map.cid(code)
      const width = widthOf(cid, bytes)
      const isSpace = bytes === 1 && code === 32
      const isMissing = cid !== undefined && glyphOf(cid) === 0
      // A vertical glyph hangs from the middle of its upper edge (9.7.4.3).
      if (map.isVertical) return { advance: -down, isSpace, isMissing, left: -width / 2, right: width / 2 }
      return { advance: width, isSpace, isMissing, left: 0, right: width }
    })
  const { ascent, descent } = heights(descendant)
  return map.isVertical
    ? { isVertical: true, ascent: 0, descent: 0, glyphs }
    : { isVertical: false, ascent, descent, glyphs }
}

/** From the number in the collection to that in the font's program, 0 of which is `.notdef` (9.7.4.2). */
function readGlyphNumbers(map: PDFObject | undefined): (cid: number) => number {
  if (!(map instanceof PDFStream)) return (cid) => cid
  const { bytes } = streamBytes(map)
  return (cid) => (bytes[cid * 2] ?? 0) * 256 + (bytes[cid * 2 + 1] ?? 0)
}

/** 9.7.4.3: `c [w1 w2 …]` and `c1 c2 w`. */
function readWidths(object: PDFObject | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  const items = itemsOf(object)
  for (let at = 0; at + 1 < items.length;) {
    const first = numberOf(items[at]) ?? 0
    const list = numbersOf(items[at + 1])
    if (list) {
      list.forEach((width, offset) => widths.set(first + offset, width))
      at += 2
      continue
    }
    const last = Math.min(numberOf(items[at + 1]) ?? first, first + 65_535)
    const width = numberOf(items[at + 2])
    if (width !== undefined) for (let cid = first; cid <= last; cid += 1) widths.set(cid, width)
    at += 3
  }
  return widths
}

/** Whether the font's program is in the file (9.9). Type 3 fonts are their own program. */
export function isEmbedded({ dict, subtype }: FontUse): boolean {
  if (subtype === 'Type3') return true
  const holder = subtype === 'Type0' ? itemsOf(entry(dict, 'DescendantFonts'))[0] : dict
  const descriptor = entry(holder, 'FontDescriptor')
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => entry(descriptor, key) instanceof PDFStream)
}
