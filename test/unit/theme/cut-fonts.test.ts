import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { cutFont, type CutRequest } from '../../../src/theme/cut-font.js'
import { sfntTables } from '../../../src/theme/sfnt-tables.js'
import { cutFonts } from '../../../src/theme/cut-fonts.js'

const { resolve } = createRequire(import.meta.url)
const serif = resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const latin = resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')
const math = resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2')

const variable = resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2')

const request = (file: string, text: string): CutRequest => ({
  file,
  characters: [...text].map((character) => character.codePointAt(0) ?? 0),
})

describe('cutFonts', () => {
  test('answers in the order of the requests, with the bytes that cutFont gives', async () => {
    // The first takes longest, and one serves nothing.
    const requests = [
      request(serif, '刊本排版标点'),
      request(latin, '刊'),
      request(latin, 'abc刊'),
      request(math, '√∑'),
      { ...request(serif, '刊本'), unicodeRange: 'U+520A' },
      { ...request(latin, 'xyz'), metrics: { ascent: 0.88, descent: 0.12 } },
      { ...request(variable, 'xyz'), scale: 1.08, axes: { wght: 380, opsz: 20 } },
    ]
    const cut = await cutFonts(requests)
    expect(cut.map((font) => font?.text)).toEqual([
      '刊排本标点版',
      undefined,
      'abc',
      '∑√',
      '刊',
      'xyz',
      'xyz',
    ])
    for (const [index, one] of requests.entries()) expect(cut[index]).toEqual(await cutFont(one))
  })

  test('a variable font is cut to a static one at its place', async () => {
    const cut = async (axes: Record<string, number>) =>
      (await cutFont({ ...request(variable, 'Hx'), axes }))?.bytes ?? new Uint8Array()
    const light = await cut({ wght: 300, opsz: 20 })
    const tables = sfntTables(new DataView(light.buffer))
    expect(tables.has('glyf')).toBe(true)
    for (const tag of ['fvar', 'gvar', 'HVAR']) expect(tables.has(tag)).toBe(false)
    expect(light).toEqual(await cut({ wght: 300, opsz: 20 }))
    const bold = await cut({ wght: 700, opsz: 20 })
    expect(light).not.toEqual(bold)
    // Their PostScript names differ.
    const named = (font: Uint8Array, name: string): boolean =>
      Buffer.from(font).includes(Buffer.from(name, 'utf16le').swap16())
    expect(named(light, 'SourceSerif4Roman-o20w300')).toBe(true)
    expect(named(bold, 'SourceSerif4Roman-o20w700')).toBe(true)
    // What does not fit in the place of `Regular` is a digest.
    const between = [await cut({ wght: 300.25, opsz: 20.5 }), await cut({ wght: 300.5, opsz: 20.5 })]
    for (const font of between) expect(named(font, 'SourceSerif4Roman-o20')).toBe(false)
    expect(between[0]).not.toEqual(between[1])
  })

  test('refuses a file that is no font, and goes on with the next', async () => {
    await expect(
      cutFonts([request(new URL(import.meta.url).pathname, 'a'), request(latin, 'a')]),
    ).rejects.toThrow()
    expect((await cutFonts([request(latin, 'a')]))[0]?.text).toBe('a')
  })
})
