import { open } from 'node:fs/promises'
import { readFont } from './read-font.js'
import { sfntTables } from './sfnt-tables.js'

/** What kind of font a file is. */
export interface FontForm {
  readonly outlines: 'truetype' | 'postscript' | 'collection' | 'none'
  /** Of a variable font, with their ranges; none of a static one. */
  readonly axes: readonly FontAxis[]
}

export interface FontAxis {
  readonly tag: string
  readonly least: number
  readonly most: number
}

/** The tags of WOFF2 that are written as a number (W3C, WOFF 2.0, §4.1): of these `CFF `, `CFF2` and `fvar` are asked for. */
const woff2Tags = new Map([
  [10, 'glyf'],
  [13, 'CFF '],
  [47, 'fvar'],
])
const ownTag = 63

/**
 * Reads from the head of a TTF, OTF, WOFF or WOFF2 file what it is; a packed file is unpacked only when it is a variable font.
 *
 * @throws Error when the file cannot be read
 */
export async function readFontForm(file: string): Promise<FontForm> {
  const start = await readStart(file)
  const kind = start.byteLength < 16 ? '' : tagAt(start, 0)
  const flavour = kind === 'wOFF' || kind === 'wOF2' ? tagAt(start, 4) : kind
  if (flavour === 'ttcf') return { outlines: 'collection', axes: [] }
  if (!['\0\u0001\0\0', 'true', 'OTTO'].includes(flavour)) return { outlines: 'none', axes: [] }
  const tags = kind === 'wOF2' ? tagsOfWoff2(start) : tagsOf(start, kind === 'wOFF' ? [44, 20] : [12, 16])
  const isTrueType = tags.has('glyf') && !tags.has('CFF ')
  return {
    outlines: isTrueType ? 'truetype' : 'postscript',
    axes: tags.has('fvar') ? await readAxes(file) : [],
  }
}

/** Headers and table directories are at the beginning and short. */
async function readStart(file: string): Promise<DataView> {
  const handle = await open(file)
  try {
    const bytes = new Uint8Array(4096)
    const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, 0)
    return new DataView(bytes.buffer, 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function tagsOf(view: DataView, [first, size]: readonly [number, number]): Set<string> {
  const tags = new Set<string>()
  const count = view.getUint16(first === 44 ? 12 : 4)
  for (let at = first; at < first + count * size && at + 4 <= view.byteLength; at += size)
    tags.add(tagAt(view, at))
  return tags
}

function tagsOfWoff2(view: DataView): Set<string> {
  const tags = new Set<string>()
  let at = 48
  const number = (): void => {
    while (at < view.byteLength && view.getUint8(at) > 0x7f) at++
    at++
  }
  for (let left = view.getUint16(12); left > 0 && at + 5 < view.byteLength; left--) {
    const flags = view.getUint8(at++)
    const known = flags & 0x3f
    const tag = known === ownTag ? tagAt(view, at) : (woff2Tags.get(known) ?? '')
    if (known === ownTag) at += 4
    tags.add(tag)
    number()
    // glyf and loca, 10 and 11, are transformed unless they say so; others when they say so.
    const transform = flags >> 6
    if (known === 10 || known === 11 ? transform !== 3 : transform !== 0) number()
  }
  return tags
}

/** OpenType 1.9, fvar. */
async function readAxes(file: string): Promise<FontAxis[]> {
  const font = await readFont(file)
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = sfntTables(view).get('fvar')
  if (!table) return []
  const first = table.offset + view.getUint16(table.offset + 4)
  const size = view.getUint16(table.offset + 10)
  return Array.from({ length: view.getUint16(table.offset + 8) }, (_, index) => {
    const at = first + index * size
    return {
      tag: tagAt(view, at),
      least: view.getInt32(at + 4) / 65536,
      most: view.getInt32(at + 12) / 65536,
    }
  })
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
}
