import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { cutFont, type CutRequest } from '../../../src/theme/cut-font.js'
import { cutFonts } from '../../../src/theme/cut-fonts.js'

const { resolve } = createRequire(import.meta.url)
const serif = resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const latin = resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf')
const math = resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2')

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
    ]
    const cut = await cutFonts(requests)
    expect(cut.map((font) => font?.text)).toEqual(['刊排本标点版', undefined, 'abc', '∑√', '刊', 'xyz'])
    for (const [index, one] of requests.entries()) expect(cut[index]).toEqual(await cutFont(one))
  })

  test('refuses a file that is no font, and goes on with the next', async () => {
    await expect(
      cutFonts([request(new URL(import.meta.url).pathname, 'a'), request(latin, 'a')]),
    ).rejects.toThrow()
    expect((await cutFonts([request(latin, 'a')]))[0]?.text).toBe('a')
  })
})
