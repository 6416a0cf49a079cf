import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadTheme } from '../../../src/theme/index.js'
import { cutFont } from '../../../src/theme/cut-font.js'

const { resolve } = createRequire(import.meta.url)
const serif = resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const math = resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2')
const sliced = '@fontsource-variable/source-serif-4'
const plain = fileURLToPath(new URL('../../fixtures/theme/plain/', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kanben-test-'))
  await cp(plain, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

/** The plain theme with one more face in the role fangsong. */
async function load(face: string) {
  const theme = await readFile(join(folder, 'theme.yaml'), 'utf8')
  const faces = theme.replace('faces:\n', `faces:\n  own:\n    - ${face}\n`)
  await writeFile(join(folder, 'theme.yaml'), faces.replace('roles:\n', 'roles:\n  fangsong: [own, latin]\n'))
  return loadTheme(folder)
}

describe('a face of the designer’s own', () => {
  test.each(['ttf', 'woff2'] as const)('is a file in the theme’s folder: %s', async (kind) => {
    const targetFormat = kind === 'ttf' ? 'truetype' : kind
    const own = await subsetFont(await readFile(serif), '仿宋体', { targetFormat })
    await writeFile(join(folder, `zhuque.${kind}`), own)
    const { theme, file } = await load(`{ file: zhuque.${kind} }`)
    expect(file.messages).toEqual([])
    expect(theme?.roles.get('fangsong')).toEqual(['own', 'latin'])
    expect(theme?.css.print).toContain('--kb-fangsong: "own", "latin";')
    const source = theme?.faces.find(({ family }) => family === 'own')
    expect(source?.files).toEqual([join(folder, `zhuque.${kind}`)])
    const cut = await cutFont({ file: source?.files[0] ?? '', characters: [0x4eff, 0x5b8b, 0x520a] })
    expect(cut?.text).toBe('仿宋')
  })

  test('is a package’s slices', async () => {
    const { theme, file } = await load(
      "{ package: lxgw-wenkai-webfont, stylesheet: lxgwwenkai-regular.css, unicode-range: 'U+4E00-9FFF' }",
    )
    expect(file.messages).toEqual([])
    expect(theme?.faces.filter(({ family }) => family === 'own').length).toBeGreaterThan(50)
  })

  test('is cut from a variable font, and scaled', async () => {
    const { theme, file } = await load(
      `{ package: '${sliced}', stylesheet: opsz.css, axes: { wght: 370, opsz: 20 }, scale: 1.08 }`,
    )
    expect(file.messages).toEqual([])
    expect(theme?.faces[0]).toMatchObject({ axes: { wght: 370, opsz: 20 }, scale: 1.08 })
  })

  test.each([
    ['{ file: none.ttf }', 'none.ttf: there is no such file'],
    ['{ file: theme.yaml }', 'theme.yaml: it is no font'],
    ['{ file: empty.ttf }', 'empty.ttf: it is no font'],
    ['{ file: own.otf }', 'own.otf: its outlines are PostScript’s (CFF)'],
    ['{ file: own.woff2 }', 'own.woff2: its outlines are PostScript’s (CFF)'],
    ['{ file: own.ttc }', 'own.ttc: it is a collection of fonts'],
    ['{ stylesheet: print.css }', 'print.css: it has no @font-face'],
    [
      `{ package: '${sliced}', stylesheet: opsz.css, axes: { wght: 370 } }`,
      `${sliced}: opsz.css: it is a variable font, and axes does not say`,
    ],
    [
      `{ package: '${sliced}', stylesheet: opsz.css, axes: { wght: 1000, opsz: 20 } }`,
      `${sliced}: opsz.css: it is a variable font, and axes does not say`,
    ],
    [
      `{ package: '${sliced}', stylesheet: opsz.css, axes: { wght: 400, opsz: 20, slnt: 5 } }`,
      `${sliced}: opsz.css: it is a variable font, and axes does not say`,
    ],
    ['{ file: math.woff2, axes: { wght: 400 } }', 'math.woff2: it has axes, but the font is not variable'],
  ])('refuses %s', async (face, reason) => {
    await writeFile(join(folder, 'empty.ttf'), '')
    await writeFile(join(folder, 'own.otf'), Buffer.from('OTTO\0\u0001\0\0\0\0\0\0CFF \0\0\0\0', 'latin1'))
    await writeFile(join(folder, 'own.ttc'), Buffer.alloc(64, 'ttcf\0\u0001\0\0', 'latin1'))
    // One table, number 13 of those that WOFF2 writes as a number.
    const packed = Buffer.alloc(64)
    packed.write('wOF2OTTO', 'latin1')
    packed.writeUInt16BE(1, 12)
    packed.writeUInt8(13, 48)
    await writeFile(join(folder, 'own.woff2'), packed)
    await cp(math, join(folder, 'math.woff2'))
    const { theme, file } = await load(face)
    expect(theme).toBeUndefined()
    expect(file.messages).toHaveLength(1)
    expect(file.messages[0]).toMatchObject({ ruleId: 'face-usable', fatal: true, line: 18, column: 7 })
    expect(file.messages[0]?.reason).toContain(`The face own cannot use ${reason}`)
  })

  test('says which axes a variable font has', async () => {
    const { file } = await load(`{ package: '${sliced}', stylesheet: opsz.css }`)
    expect(file.messages[0]?.note).toBe(
      'Give a value for each axis (wght 200–900, opsz 8–60): axes: { wght: 400, opsz: 8 }; or use a static file',
    )
  })
})
