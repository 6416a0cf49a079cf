import { PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { nameOf } from '../../object/read-object.js'
import { streamBytes } from '../../object/stream-bytes.js'

/** A character code in a string: how many bytes it takes and which glyph it asks for. */
export interface Code {
  readonly code: number
  readonly bytes: number
}

/** Cuts a string of a composite font into codes (ISO 32000-1, 9.7.5 and 9.7.6.2). */
export interface CharacterMap {
  readonly codes: (text: Uint8Array) => Code[]
  /** The glyph's number in the font's collection; absent when only a predefined map would know it. */
  readonly cid: (code: number) => number | undefined
  readonly isVertical: boolean
}

export function readCharacterMap(encoding: PDFObject | undefined): CharacterMap {
  const name = nameOf(encoding)
  if (encoding instanceof PDFStream) return embedded(encoding)
  const isVertical = name === 'V' || name?.endsWith('-V') === true
  if (name === undefined || name.startsWith('Identity'))
    return { codes: pairs, cid: (code) => code, isVertical }
  // The predefined maps (table 118) of UCS-2 and UTF-16 have two bytes; the others one for ASCII, two for 汉字.
  const isWide = name.startsWith('Uni') && !name.includes('UTF8') && !name.includes('UTF32')
  return { codes: isWide || name === 'H' || name === 'V' ? pairs : mixed, cid: () => undefined, isVertical }
}

function pairs(text: Uint8Array): Code[] {
  return Array.from({ length: Math.floor(text.length / 2) }, (_, at) => ({
    code: (text[at * 2] ?? 0) * 256 + (text[at * 2 + 1] ?? 0),
    bytes: 2,
  }))
}

function mixed(text: Uint8Array): Code[] {
  const codes: Code[] = []
  for (let at = 0; at < text.length;) {
    const first = text[at] ?? 0
    const bytes = first < 0x81 ? 1 : 2
    codes.push({ code: bytes === 1 ? first : first * 256 + (text[at + 1] ?? 0), bytes })
    at += bytes
  }
  return codes
}

/** An embedded CMap (Adobe Technical Note 5014): its code lengths and its ranges of glyph numbers. */
function embedded(stream: PDFStream): CharacterMap {
  const program = Buffer.from(streamBytes(stream).bytes).toString('latin1')
  const spaces = blocks(program, 'codespacerange').flatMap((block) =>
    [...block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)].map(([, low = '', high = '']) => ({
      bytes: low.length / 2,
      low: Number.parseInt(low, 16),
      high: Number.parseInt(high, 16),
    })),
  )
  const ranges = [
    ...blocks(program, 'cidrange').flatMap((block) =>
      [...block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(\d+)/g)].map(
        ([, low = '', high = '', to = '']) => ({
          low: Number.parseInt(low, 16),
          high: Number.parseInt(high, 16),
          to: Number(to),
        }),
      ),
    ),
    ...blocks(program, 'cidchar').flatMap((block) =>
      [...block.matchAll(/<([0-9A-Fa-f]+)>\s*(\d+)/g)].map(([, code = '', to = '']) => ({
        low: Number.parseInt(code, 16),
        high: Number.parseInt(code, 16),
        to: Number(to),
      })),
    ),
  ]
  return {
    isVertical: /\/WMode\s+1\s+def/.test(program),
    cid: (code) => {
      const range = ranges.find(({ low, high }) => code >= low && code <= high)
      return range && range.to + code - range.low
    },
    codes: (text) => {
      const codes: Code[] = []
      for (let at = 0; at < text.length;) {
        let code = 0
        let bytes = 0
        let isFound = false
        while (!isFound && bytes < 4 && at + bytes < text.length) {
          code = code * 256 + (text[at + bytes] ?? 0)
          bytes += 1
          const [value, length] = [code, bytes]
          isFound = spaces.some(
            (space) => space.bytes === length && value >= space.low && value <= space.high,
          )
        }
        if (!isFound) {
          bytes = Math.min(2, text.length - at)
          code = bytes === 2 ? (text[at] ?? 0) * 256 + (text[at + 1] ?? 0) : (text[at] ?? 0)
        }
        codes.push({ code, bytes })
        at += bytes
      }
      return codes
    },
  }
}

function blocks(program: string, name: string): string[] {
  return [...program.matchAll(new RegExp(`begin${name}([^]*?)end${name}`, 'g'))].map(
    ([, block = '']) => block,
  )
}
