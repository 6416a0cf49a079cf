import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { readCoverage } from '../../../src/theme/read-coverage.js'
import { readSlices } from '../../../src/theme/resolve-faces.js'
import { scaleFont } from '../../../src/theme/scale-font.js'
import { setLineMetrics } from '../../../src/theme/set-line-metrics.js'

const { resolve } = createRequire(import.meta.url)
const serif = resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const latin = resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')
const math = resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2')

describe('readCoverage', () => {
  test.each([
    ['TTF, Han', serif, '刊，①㊿', '𠮷↩😀☑'],
    ['TTF, Latin', latin, 'Aé☑', '刊'],
    ['WOFF2', math, '√∑𝑥', '刊'],
  ])('%s', async (_name, file, has, lacks) => {
    const coverage = await readCoverage(file)
    expect([...has].filter((c) => !coverage.has(c.codePointAt(0) ?? 0))).toEqual([])
    expect([...lacks].filter((c) => coverage.has(c.codePointAt(0) ?? 0))).toEqual([])
  })

  test('refuses what is no font', async () => {
    await expect(readCoverage(new URL(import.meta.url).pathname)).rejects.toThrow()
  })
})

describe('setLineMetrics', () => {
  test('writes ascent and descent, keeps the rest, and mends the checksums', async () => {
    const original = await readFile(latin)
    const font = setLineMetrics(original, { ascent: 0.88, descent: 0.12 })
    const view = new DataView(font.buffer)
    const { hhea, sums, whole } = readHeader(view)
    expect([view.getInt16(hhea + 4), view.getInt16(hhea + 6), view.getInt16(hhea + 8)]).toEqual([
      880, -120, 0,
    ])
    expect(sums).toEqual([])
    expect(whole).toBe(0xb1b0afba)
    expect(font.byteLength).toBe(original.byteLength)
    expect(Buffer.compare(setLineMetrics(font, { ascent: 0.88, descent: 0.12 }), font)).toBe(0)
  })

  test('refuses a font without the tables', () => {
    expect(() => setLineMetrics(new Uint8Array(12), { ascent: 1, descent: 0 })).toThrow('head, hhea or OS/2')
  })
})

describe('scaleFont', () => {
  test('divides the em into fewer units, keeps the rest, and mends the checksums', async () => {
    const original = await readFile(latin)
    const font = scaleFont(original, 1.08)
    const { unitsPerEm, sums, whole } = readHeader(new DataView(font.buffer))
    expect(unitsPerEm).toBe(926)
    expect(sums).toEqual([])
    expect(whole).toBe(0xb1b0afba)
    expect([...font].filter((byte, at) => byte !== original[at]).length).toBeLessThan(12)
  })

  test('gives line metrics their place in the new em', async () => {
    const font = setLineMetrics(scaleFont(await readFile(latin), 1.08), { ascent: 0.88, descent: 0.12 })
    const view = new DataView(font.buffer)
    const { hhea } = readHeader(view)
    expect([view.getInt16(hhea + 4), view.getInt16(hhea + 6)]).toEqual([815, -111])
  })

  test('refuses what is no font, and an em of too few units', async () => {
    expect(() => scaleFont(new Uint8Array(12), 1)).toThrow('head is missing')
    const original = await readFile(latin)
    expect(() => scaleFont(original, 100)).toThrow('would have 10 units')
  })
})

/** Offset of hhea, the em, tables whose checksum is wrong (head is summed without its own adjustment), and the font's sum. */
function readHeader(view: DataView): { hhea: number; unitsPerEm: number; sums: string[]; whole: number } {
  let hhea = 0
  let unitsPerEm = 0
  const sums: string[] = []
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(entry + i)))
    const offset = view.getUint32(entry + 8)
    let actual = sum(view, offset, view.getUint32(entry + 12))
    if (tag === 'head') actual = (actual - view.getUint32(offset + 8)) >>> 0
    if (tag === 'hhea') hhea = offset
    if (tag === 'head') unitsPerEm = view.getUint16(offset + 18)
    if (actual !== view.getUint32(entry + 4)) sums.push(tag)
  }
  return { hhea, unitsPerEm, sums, whole: sum(view, 0, view.byteLength) }
}

function sum(view: DataView, offset: number, length: number): number {
  let total = 0
  for (let i = 0; i < length; i++) {
    const byte = offset + i < view.byteLength ? view.getUint8(offset + i) : 0
    total = (total + byte * 2 ** (8 * (3 - (i % 4)))) % 2 ** 32
  }
  return total
}

test('readSlices reads the faces of a sliced web font', () => {
  const css = `/* a */ @font-face { font-family: 'X'; src: url('./files/a-1.woff2') format('woff2'); unicode-range: U+1, U+2-3 }
@font-face{src:url(files/b.woff2);unicode-range:U+4;}
@font-face { src: local(x) }`
  expect(readSlices(css)).toEqual([
    { file: './files/a-1.woff2', unicodeRange: 'U+1, U+2-3' },
    { file: 'files/b.woff2', unicodeRange: 'U+4' },
  ])
})
