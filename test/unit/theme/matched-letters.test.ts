import { beforeAll, expect, test } from 'vitest'
import type { Theme } from '../../../src/issue/index.js'
import { cutFont } from '../../../src/theme/cut-font.js'
import { loadTheme } from '../../../src/theme/load-theme.js'
import { sfntTables } from '../../../src/theme/sfnt-tables.js'

let journal: Theme
beforeAll(async () => {
  const { theme } = await loadTheme('journal')
  if (!theme) throw new Error('the theme is broken')
  journal = theme
})

/** Top of a letter above the baseline, in em, as the face of the theme is cut. */
async function height(family: string, weight: number, letter: string): Promise<number> {
  const character = letter.codePointAt(0) ?? 0
  for (const face of journal.faces) {
    if (face.family !== family || face.weight !== weight || face.style !== 'normal') continue
    const [file = ''] = face.files
    const { unicodeRange, scale, axes } = face
    const cut = await cutFont({ file, characters: [character], unicodeRange, scale, axes })
    if (cut) return topOfOnly(cut.bytes)
  }
  throw new Error(`${family} ${weight} has no ${letter}`)
}

/** Of a font with .notdef and one glyph more (OpenType 1.9, loca and glyf). */
function topOfOnly(font: Uint8Array): number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = sfntTables(view)
  const at = (tag: string): number => tables.get(tag)?.offset ?? NaN
  const isLong = view.getInt16(at('head') + 50) === 1
  const start = isLong ? view.getUint32(at('loca') + 4) : view.getUint16(at('loca') + 2) * 2
  return view.getInt16(at('glyf') + start + 8) / view.getUint16(at('head') + 18)
}

test.each([
  [400, 'H'],
  [400, 'x'],
  [700, 'H'],
  [900, 'H'],
])('at weight %i, %s of the Latin face is as high as the Chinese face’s own', async (weight, letter) => {
  const [own, latin] = [await height('kb-song', weight, letter), await height('kb-latin', weight, letter)]
  expect(Math.abs(latin / own - 1)).toBeLessThan(0.03)
})

test('digits are no higher than capitals, and capitals no higher than ideographs', async () => {
  const [digit, capital, ideograph] = [
    await height('kb-latin', 400, '1'),
    await height('kb-latin', 400, 'H'),
    await height('kb-song', 400, '国'),
  ]
  expect(digit).toBeLessThanOrEqual(capital)
  expect(capital).toBeLessThan(ideograph)
})

test('formulas have letters of the text’s size', async () => {
  const [formula, text] = [await height('kb-math', 400, 'x'), await height('kb-latin', 400, 'x')]
  expect(Math.abs(formula / text - 1)).toBeLessThan(0.03)
})
