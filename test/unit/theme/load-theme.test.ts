import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { MachineError } from '../../../src/diagnostics/index.js'
import { loadTheme } from '../../../src/theme/index.js'

const fixtures = fileURLToPath(new URL('../../fixtures/theme/', import.meta.url))

describe('loadTheme', () => {
  test('reads the journal theme', async () => {
    const { theme, file } = await loadTheme('journal')
    expect(file.messages).toEqual([])
    expect(theme?.geometry).toMatchObject({
      trimWidthMm: 210,
      trimHeightMm: 285,
      bodySize: 14,
      pitch: 22,
      sheetWidth: 824,
      sheetHeight: 1104,
    })
    expect([...(theme?.templates.keys() ?? [])]).toEqual([
      'article.liquid',
      'colophon.liquid',
      'contents.liquid',
      'contents.web.liquid',
      'cover.liquid',
    ])
    expect(theme?.css.print).toContain('--kb-measure: 644px;')
    expect(theme?.css.ebook).toMatch(/^:root \{\n {2}--kb-ink: #1a1a1a;/)
    expect(theme?.css.ebook).not.toMatch(/[\d.]px/)
  })

  test.each([
    ['unknown-key', ['3:10 theme-valid page.bleed', '4:11 theme-valid page.colour: unknown key']],
    [
      'bad-role',
      [
        '24:9 theme-valid roles.song: no face is called roman',
        '25:9 theme-valid roles.mono: must end with roman',
        '26:9 theme-valid roles.math: must end with roman',
      ],
    ],
    [
      'bad-type-area',
      [
        '6:15 theme-valid type-area.characters: columns and gaps are 192.6 mm wide; with the inner margin of 19 mm less than 3 mm are left of a page 210 mm wide',
        '7:10 theme-valid type-area.lines: the lines are 261.9 mm high; with the margin above of 24.5 mm less than 3 mm are left of a page 285 mm high',
      ],
    ],
    [
      'bad-inks',
      [
        '16:10 theme-valid colours.black: #1a1a1a is cmyk [40, 30, 30, 100] here and cmyk [0, 0, 0, 100] as ink; change one of them by one step, for instance to #1a1a1b',
        '19:9 theme-valid colours.rose: PANTONE 186 C has the cmyk [0, 100, 79, 4] in red, and must have it here too',
      ],
    ],
    [
      'bad-spots',
      [
        '15:8 theme-valid colours.ink: only a spot colour has a tint',
        '16:55 theme-valid colours.red.spot: PDF keeps this name for itself',
        '17:56 theme-valid colours.rose.spot: expected the name of an ink',
      ],
    ],
    [
      'unknown-token',
      [
        '1:1 token-defined print.css:3:10 names --kb-inc, which no colour, face or length of the theme is called',
      ],
    ],
    [
      'bad-template',
      ['1:1 template-parses The template article.liquid cannot be read: tag {% if x %} not closed, file:'],
    ],
    ['missing', ['1:1 theme-exists There is no theme “missing”']],
  ])('says what is wrong with %s', async (name, expected) => {
    const { theme, file } = await loadTheme(name, fixtures)
    expect(theme).toBeUndefined()
    const found = file.messages.map(
      (m) => `${m.line ?? 1}:${m.column ?? 1} ${m.ruleId} ${m.reason.replace('In theme.yaml, ', '')}`,
    )
    expect(found).toHaveLength(expected.length)
    expected.forEach((start, index) => expect(found[index]?.startsWith(start), found[index]).toBe(true))
    expect(file.messages.every((message) => message.fatal)).toBe(true)
  })

  test('reports bad YAML with its place', async () => {
    const { theme, file } = await loadTheme('bad-yaml', fixtures)
    expect(theme).toBeUndefined()
    expect(file.messages[0]).toMatchObject({ ruleId: 'theme-valid', line: 3, fatal: true })
  })

  test('asks for a font package that is not installed', async () => {
    await expect(loadTheme('no-font', fixtures)).rejects.toThrow(MachineError)
  })
})
