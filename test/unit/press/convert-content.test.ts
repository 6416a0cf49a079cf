import { beforeAll, describe, expect, test } from 'vitest'
import { convertContent, type ContentScope } from '../../../src/press/pdf/colour/convert-content.js'
import { InkMixer, PressTransform } from '../../../src/press/pdf/colour/index.js'
import { freeProfile } from '../../../src/press/free-profile.js'

const colours = new Map([
  ['ink', { rgb: '#1a1a1a', cmyk: [0, 0, 0, 100] }],
  ['accent', { rgb: '#9c2a1f', cmyk: [15, 95, 95, 25] }],
  ['spot', { rgb: '#c8102e', cmyk: [0, 100, 79, 4], spot: { name: 'PANTONE 186 C', tint: 100 } }],
  ['tint', { rgb: '#eeb7c0', cmyk: [0, 100, 79, 4], spot: { name: 'PANTONE 186 C', tint: 30 } }],
  ['gold', { rgb: '#85714d', cmyk: [40, 45, 75, 20], spot: { name: '金 872', tint: 100 } }],
  ['black', { rgb: '#010101', cmyk: [0, 0, 0, 100], spot: { name: 'Dull black', tint: 100 } }],
  ['paper', { rgb: '#ffffff', cmyk: [0, 0, 0, 0] }],
] as const)
let mixer: InkMixer

beforeAll(async () => {
  const transform = await PressTransform.open({
    profile: freeProfile.read(),
    intent: 'relative',
    blackPointCompensation: true,
  })
  mixer = new InkMixer(transform, colours)
})

const scope: ContentScope = { mode: 'ink', scale: 1, isRgbSpace: (name) => name === 'Screen' }

function convert(content: string, change: Partial<ContentScope> = {}): string {
  const { bytes } = convertContent(Buffer.from(content, 'latin1'), { ...scope, ...change }, mixer)
  return Buffer.from(bytes).toString('latin1')
}

describe('colours', () => {
  test.each([
    ['.6118 .1647 .1216 rg', '0.15 0.95 0.95 0.25 k'],
    ['.102 .102 .102 RG', '0 0 0 1 K'],
    ['1 1 1 rg', '0 0 0 0 k'],
    ['.7843 .0627 .1804 rg', '/KbSpot1 cs 1 scn'],
    ['.9333 .7176 .7529 RG', '/KbSpot1 CS 0.3 SCN'],
    ['.5216 .4431 .302 rg', '/KbSpot2 cs 1 scn'],
    // No name: black and white alone have no profile.
    ['0 0 0 rg', '0 0 0 1 k'],
    ['0.5 g', '0.5 g'],
    ['0 1 0 0 k', '0 1 0 0 k'],
    ['/DeviceRGB cs .6118 .1647 .1216 scn', '0 0 0 1 k 0.15 0.95 0.95 0.25 k'],
    ['/Screen CS .6118 .1647 .1216 SC', '0 0 0 1 K 0.15 0.95 0.95 0.25 K'],
    ['/Pattern cs /P1 scn', '/Pattern cs /P1 scn'],
    // Strings and dictionaries are not looked into.
    ['0.5 g (1 0 0 rg) Tj', '0.5 g (1 0 0 rg) Tj'],
    ['/Span << /ActualText (1 0 0 rg) >> BDC', '/Span << /ActualText (1 0 0 rg) >> BDC'],
    ['% 1 0 0 rg\nq', '% 1 0 0 rg\nq'],
  ])('%s', (content, expected) => expect(convert(content)).toBe(expected))

  test('what has no name goes through the profile', () => {
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = convert('1 0 0 rg').split(' ').map(Number)
    expect(cyan).toBeLessThan(0.05)
    expect(magenta).toBeGreaterThan(0.85)
    expect(yellow).toBeGreaterThan(0.9)
    expect(black).toBeLessThan(0.05)
  })

  test('a neutral grey without a name is black ink alone, as light as on the screen', () => {
    const [cyan, magenta, yellow, black = 0] = convert('.5 .5 .5 rg').split(' ').map(Number)
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0])
    expect(black).toBeGreaterThan(0.5)
    expect(black).toBeLessThan(0.8)
  })

  test('a mask of luminosity keeps how much shows through', () =>
    expect(convert('1 0 0 rg 0 0 1 RG', { mode: 'luminosity' })).toBe('0.3 g 0.11 G'))

  test('an inline image is refused', () =>
    expect(() => convert('BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI')).toThrow('inline image'))
})

describe('overprint', () => {
  const over = '/KbOverprint gs\n'
  const out = '/KbKnockout gs\n'
  test.each([
    [
      'small black text',
      '.102 .102 .102 rg BT /F1 10 Tf (a) Tj ET',
      `0 0 0 1 k BT /F1 10 Tf ${over}(a) Tj ET`,
    ],
    ['large black text', '0 0 0 rg BT /F1 30 Tf (a) Tj ET', '0 0 0 1 k BT /F1 30 Tf (a) Tj ET'],
    [
      'a black on its own plate',
      '.0039 .0039 .0039 rg BT /F1 10 Tf (a) Tj ET',
      '/KbSpot3 cs 1 scn BT /F1 10 Tf (a) Tj ET',
    ],
    ['white text', '1 1 1 rg BT /F1 10 Tf (a) Tj ET', '0 0 0 0 k BT /F1 10 Tf (a) Tj ET'],
    [
      'the matrix counts',
      '0 0 0 rg BT /F1 10 Tf 3 0 0 3 0 0 Tm (a) Tj ET',
      '0 0 0 1 k BT /F1 10 Tf 3 0 0 3 0 0 Tm (a) Tj ET',
    ],
    ['a rule', '0 0 0 rg 0 0 100 1 re f', `0 0 0 1 k ${over}0 0 100 1 re f`],
    ['an area', '0 0 0 rg 0 0 100 9 re f', '0 0 0 1 k 0 0 100 9 re f'],
    ['a thin line', '0 0 0 RG 1 w 0 0 m 9 9 l S', `0 0 0 1 K 1 w ${over}0 0 m 9 9 l S`],
    ['a broad line', '0 0 0 RG 9 w 0 0 m 9 9 l S', '0 0 0 1 K 9 w 0 0 m 9 9 l S'],
    [
      'colour after black',
      '0 0 0 rg 0 0 9 1 re f .6118 .1647 .1216 rg 0 0 9 1 re f',
      `0 0 0 1 k ${over}0 0 9 1 re f 0.15 0.95 0.95 0.25 k ${out}0 0 9 1 re f`,
    ],
    [
      'restored by Q',
      'q 0 0 0 rg 0 0 9 1 re f Q 1 1 1 rg 0 0 9 9 re f',
      `q 0 0 0 1 k ${over}0 0 9 1 re f Q 0 0 0 0 k 0 0 9 9 re f`,
    ],
    ['a form begins without', '0 0 0 rg 0 0 9 1 re f /X1 Do', `0 0 0 1 k ${over}0 0 9 1 re f ${out}/X1 Do`],
    ['a clip is no paint', '0 0 0 rg 0 0 9 1 re W n', '0 0 0 1 k 0 0 9 1 re W n'],
  ])('%s', (_, content, expected) => expect(convert(content)).toBe(expected))

  test('a page in other units', () =>
    expect(convert('.24 0 0 .24 0 0 cm 0 0 0 rg BT /F1 90 Tf (a) Tj ET')).toContain(over))
})
