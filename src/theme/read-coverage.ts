import { open, type FileHandle } from 'node:fs/promises'
import { readFont } from './read-font.js'
import type { CodeRange } from './unicode-range.js'

/** Code points that a font file maps to a glyph. */
export interface Coverage {
  has(codePoint: number): boolean
}

const cache = new Map<string, Promise<Coverage>>()

/**
 * Reads which characters a TTF, WOFF or WOFF2 file has, from its `cmap` table (OpenType 1.9, formats 4 and 12). Of a
 * TTF only that table is read, a few dozen kilobytes. Remembered for the process: font files of packages do not change.
 *
 * @throws Error when the file is not a font or has no Unicode `cmap`
 */
export function readCoverage(file: string): Promise<Coverage> {
  const known = cache.get(file)
  if (known) return known
  const coverage = readTable(file).then(parseCmap)
  cache.set(file, coverage)
  return coverage
}

async function readTable(file: string): Promise<DataView> {
  const handle = await open(file)
  try {
    const signature = await readBytes(handle, 0, 4)
    if (signature.getUint32(0) >>> 8 !== 0x774f46)
      return await readCmap((at, size) => readBytes(handle, at, size))
    const font = await readFont(file)
    return await readCmap(async (at, size) => new DataView(font.buffer, font.byteOffset + at, size))
  } finally {
    await handle.close()
  }
}

async function readBytes(handle: FileHandle, at: number, size: number): Promise<DataView> {
  const bytes = new Uint8Array(size)
  await handle.read(bytes, 0, size, at)
  return new DataView(bytes.buffer)
}

async function readCmap(read: (at: number, size: number) => Promise<DataView>): Promise<DataView> {
  const tableCount = (await read(0, 12)).getUint16(4)
  const directory = await read(12, tableCount * 16)
  for (let entry = 0; entry < directory.byteLength; entry += 16) {
    if (directory.getUint32(entry) === 0x636d6170) {
      return read(directory.getUint32(entry + 8), directory.getUint32(entry + 12))
    }
  }
  throw new Error('the font has no cmap table')
}

function parseCmap(table: DataView): Coverage {
  const offsets = new Map<number, number>()
  for (let i = 0; i < table.getUint16(2); i++) {
    const offset = table.getUint32(8 + i * 8)
    offsets.set(table.getUint16(offset), offset)
  }
  const full = offsets.get(12)
  const basic = offsets.get(4)
  if (full !== undefined) return coverageOf(parseFormat12(table, full))
  if (basic !== undefined) return coverageOf(parseFormat4(table, basic))
  throw new Error('the font has no Unicode cmap of format 4 or 12')
}

function parseFormat12(table: DataView, offset: number): CodeRange[] {
  const ranges: CodeRange[] = []
  for (let i = 0; i < table.getUint32(offset + 12); i++) {
    const group = offset + 16 + i * 12
    ranges.push([table.getUint32(group), table.getUint32(group + 4)])
  }
  return ranges
}

function parseFormat4(table: DataView, offset: number): CodeRange[] {
  const size = table.getUint16(offset + 6)
  const ranges: CodeRange[] = []
  for (let i = 0; i < size; i += 2) {
    const last = table.getUint16(offset + 14 + i)
    const first = table.getUint16(offset + 16 + size + i)
    if (first !== 0xffff) ranges.push([first, last])
  }
  return ranges
}

function coverageOf(ranges: readonly CodeRange[]): Coverage {
  return {
    has(codePoint) {
      let low = 0
      let high = ranges.length - 1
      while (low <= high) {
        const middle = (low + high) >> 1
        const range = ranges[middle]
        if (!range) return false
        if (codePoint < range[0]) high = middle - 1
        else if (codePoint > range[1]) low = middle + 1
        else return true
      }
      return false
    },
  }
}
