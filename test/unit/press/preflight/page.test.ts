import { PDFName, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { preflight } from '../../../../src/press/pdf/preflight/index.js'
import { bleed, claim, font, found, picture, pressFile, type Change } from './press-file.js'

type Resources = (document: PDFDocument) => Record<string, Record<string, PDFObject>>

const fonts: Resources = (document) => ({ Font: { F1: font(document) } })
const show = (colour: string, size = 9, at = '100 100') => `BT /F1 ${size} Tf ${colour} ${at} Td (abcd) Tj ET`
const state =
  (entries: Record<string, string | number | boolean>): Resources =>
  (document) => ({ ...fonts(document), ExtGState: { G1: document.context.obj(entries) } })

type Case = readonly [
  what: string,
  content: string,
  resources: Resources | undefined,
  expected: readonly string[],
]

const none: Resources = () => ({})

/** A composite font of `Identity-H`; its collection leads to its glyphs by `map`, if there is one. */
const collected =
  (map?: readonly number[]): Resources =>
  (document) => {
    const { context } = document
    const more = map ? { CIDToGIDMap: context.register(context.stream(Uint8Array.from(map))) } : {}
    return { Font: { F1: font(document, { subtype: 'Type0', more }) } }
  }
/** Strings in hexadecimal, two bytes a character. */
const showCodes = (codes: string) => `BT /F1 9 Tf 0 g 100 100 Td <${codes}> Tj ET`

/** No ink in 300 × 300 pixels. */
const blank = new Uint8Array(360_000)

const spaces: Resources = (document) => {
  const { context } = document
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 0, 1, 0], N: 1 })
  const icc = (n: number) => context.obj(['ICCBased', context.register(context.stream('', { N: n }))])
  return {
    ...fonts(document),
    ColorSpace: {
      Gold: context.obj(['Separation', 'Gold', 'DeviceCMYK', tint]),
      Every: context.obj(['Separation', 'All', 'DeviceCMYK', tint]),
      Screen: icc(3),
      Press: icc(4),
      Table: context.obj(['Indexed', 'DeviceRGB', 1, context.obj('<000000FFFFFF>')]),
      Lab: context.obj(['Lab', context.obj({ WhitePoint: [0.96, 1, 0.82] })]),
    },
  }
}

const cases: Readonly<Record<string, readonly Case[]>> = {
  fonts: [
    ['embedded', show('0 g'), fonts, []],
    [
      'not embedded',
      show('0 g'),
      (document) => ({ Font: { F1: font(document, { isEmbedded: false }) } }),
      ['font-embedded (Song)'],
    ],
    [
      'of Type 3',
      show('0 g'),
      (document) => ({ Font: { F1: font(document, { subtype: 'Type3' }) } }),
      ['font-type (Song)'],
    ],
    [
      'composite, without a map to Unicode',
      show('0 g'),
      (document) => ({ Font: { F1: font(document, { subtype: 'Type0', isMapped: false }) } }),
      ['font-unicode (Song)'],
    ],
    [
      'not embedded, and nothing is shown in it',
      'BT /F1 9 Tf ET',
      (document) => ({ Font: { F1: font(document, { isEmbedded: false }) } }),
      [],
    ],
    [
      'not embedded, for text that is not seen',
      `3 Tr ${show('0 g')}`,
      (document) => ({ Font: { F1: font(document, { isEmbedded: false }) } }),
      [],
    ],
  ],
  glyphs: [
    ['in the font', showCodes('00010002'), collected(), []],
    ['not in the font', showCodes('000100000000'), collected(), ['glyph-present (Song) × 2']],
    ['in the font by its map', showCodes('0000'), collected([0, 7]), []],
    [
      'not in the font by its map',
      showCodes('00010002'),
      collected([0, 7, 0, 0, 0, 9]),
      ['glyph-present (Song) × 1'],
    ],
    ['beyond its map', showCodes('0009'), collected([0, 7]), ['glyph-present (Song) × 1']],
    ['missing, not seen', `3 Tr ${showCodes('0000')}`, collected(), []],
    [
      'not in the encoding of a simple font',
      show('0 g'),
      (document) => {
        const Encoding = document.context.obj({ Differences: [97, 'a', '.notdef', 99, 'c'] })
        return { Font: { F1: font(document, { more: { Encoding } }) } }
      },
      ['glyph-present (Song) × 1'],
    ],
  ],
  colours: [
    ['of ink', '0 1 1 0 k 50 50 90 90 re f 0.5 g 50 50 9 9 re f', none, []],
    ['a spot', '/Gold cs 1 scn 50 50 90 90 re f', spaces, []],
    ['RGB', '1 0 0 rg 50 50 90 90 re f', none, ['colour-for-press (DeviceRGB, fill)']],
    ['RGB lines', '1 0 0 RG 50 50 m 90 90 l S', none, ['colour-for-press (DeviceRGB, stroke)']],
    [
      'RGB under a profile',
      '/Screen cs 1 0 0 sc 50 50 90 90 re f',
      spaces,
      ['colour-converted (ICCBased RGB, fill)'],
    ],
    ['Lab', '/Lab cs 50 0 0 sc 50 50 90 90 re f', spaces, ['colour-converted (Lab, fill)']],
    ['CMYK under a profile', '/Press cs 0 1 0 0 sc 50 50 90 90 re f', spaces, []],
    [
      'a table of RGB',
      '/Table cs 0 sc 50 50 90 90 re f',
      spaces,
      ['colour-for-press (Indexed DeviceRGB, fill)'],
    ],
    [
      'registration colour within the page',
      '/Every cs 0.4 scn 50 50 90 90 re f',
      spaces,
      ['registration-colour (fill)'],
    ],
    ['registration colour in the bleed', '/Every cs 0.4 scn -8 50 4 4 re f', spaces, []],
    ['RGB that is restored', 'q 1 0 0 rg Q 0 0 0 1 k 50 50 90 90 re f', none, []],
    [
      'RGB in a picture',
      'q 60 0 0 60 50 50 cm /I1 Do Q',
      (document) => ({
        XObject: { I1: picture(document, 250, 250, new Uint8Array(187_500), { ColorSpace: 'DeviceRGB' }) },
      }),
      ['colour-for-press (DeviceRGB, image)'],
    ],
    [
      'RGB in a picture in the content',
      'q 2 0 0 2 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q',
      none,
      ['colour-for-press (DeviceRGB, image)'],
    ],
    [
      'RGB in a form',
      '/X1 Do',
      ({ context }) => ({
        XObject: {
          X1: context.register(
            context.stream('1 0 0 rg 9 9 9 9 re f', { Subtype: 'Form', BBox: [0, 0, 99, 99] }),
          ),
        },
      }),
      ['colour-for-press (DeviceRGB, fill)'],
    ],
    [
      'RGB in a form, outside of what it shows',
      '/X1 Do',
      ({ context }) => ({
        XObject: {
          X1: context.register(
            context.stream('1 0 0 rg 9 9 9 9 re f', { Subtype: 'Form', BBox: [50, 50, 99, 99] }),
          ),
        },
      }),
      [],
    ],
    [
      'RGB in a tiling pattern',
      '/Pattern cs /P1 scn 50 50 90 90 re f',
      ({ context }) => ({
        Pattern: {
          P1: context.register(
            context.stream('1 0 0 rg 0 0 9 9 re f', {
              PatternType: 1,
              PaintType: 1,
              BBox: [0, 0, 9, 9],
              XStep: 9,
              YStep: 9,
            }),
          ),
        },
      }),
      ['colour-for-press (DeviceRGB, fill)'],
    ],
    [
      'RGB in a shading',
      'q 50 50 90 90 re W n /S1 sh Q',
      ({ context }) => ({
        Shading: {
          S1: context.obj({
            ShadingType: 2,
            ColorSpace: 'DeviceRGB',
            Coords: [0, 0, 9, 9],
            Function: { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0], C1: [1, 1, 1], N: 1 },
          }),
        },
      }),
      ['colour-for-press (DeviceRGB, shading)'],
    ],
  ],
  'black text': [
    ['of one ink', show('0 0 0 1 k'), fonts, []],
    ['of four inks', show('0.6 0.5 0.5 1 k'), fonts, ['black-text (C60 M50 Y50 K100) 9.0 pt']],
    ['of three inks', show('1 1 1 0 k'), fonts, ['black-text (C100 M100 Y100 K0) 9.0 pt']],
    ['of four inks, large', show('0.6 0.5 0.5 1 k', 24), fonts, []],
    ['of four inks, made large', `2 0 0 2 0 0 cm ${show('0.6 0.5 0.5 1 k', 9, '50 50')}`, fonts, []],
    [
      'of four inks, made small',
      `0.25 0 0 0.25 0 0 cm ${show('0.6 0.5 0.5 1 k', 24, '500 500')}`,
      fonts,
      ['black-text (C60 M50 Y50 K100) 6.0 pt'],
    ],
    ['in colour', show('0 1 1 0 k'), fonts, []],
    [
      'of RGB',
      show('0 0 0 rg'),
      fonts,
      ['colour-for-press (DeviceRGB, text)', 'black-text (RGB 0 0 0) 9.0 pt'],
    ],
  ],
  overprint: [
    ['of black in mode 1', `/G1 gs ${show('0 0 0 1 k')}`, state({ op: true, OPM: 1 }), []],
    [
      'of black in mode 0',
      `/G1 gs ${show('0 0 0 1 k')}`,
      state({ op: true }),
      ['overprint-mode (DeviceCMYK, OPM 0)'],
    ],
    ['of white', `/G1 gs ${show('0 0 0 0 k')}`, state({ OP: true, OPM: 1 }), ['white-overprint (text)']],
    [
      'of white lines',
      '/G1 gs 0 0 0 0 K 50 50 m 90 90 l S',
      state({ OP: true, op: false, OPM: 1 }),
      ['white-overprint (stroke)'],
    ],
    [
      'of no gold',
      '/G1 gs /Gold cs 0 scn 50 50 9 9 re f',
      (document) => ({ ...spaces(document), ...state({ op: true })(document) }),
      ['white-overprint (fill)'],
    ],
    [
      'of CMYK under a profile',
      '/G1 gs /Press cs 0 0 0 1 sc 50 50 9 9 re f',
      (document) => ({ ...spaces(document), ...state({ op: true, OPM: 1 })(document) }),
      ['overprint-mode (ICCBased CMYK, OPM 1)'],
    ],
  ],
  pictures: [
    [
      'of 300 pixels an inch',
      'q 72 0 0 72 50 50 cm /I1 Do Q',
      (document) => ({ XObject: { I1: picture(document, 300, 300, blank) } }),
      [],
    ],
    [
      'of 200',
      'q 72 0 0 72 50 50 cm /I1 Do Q',
      (document) => ({ XObject: { I1: picture(document, 200, 300, blank) } }),
      ['image-resolution (< 300 ppi) 200 ppi'],
    ],
    [
      'of 300, turned and enlarged',
      '0 2 -2 0 300 50 cm q 72 0 0 72 0 0 cm /I1 Do Q',
      (document) => ({ XObject: { I1: picture(document, 300, 300, blank) } }),
      ['image-resolution (< 300 ppi) 150 ppi'],
    ],
    [
      'of 300, black and white only',
      'q 72 0 0 72 50 50 cm /I1 Do Q',
      (document) => ({
        XObject: {
          I1: picture(document, 300, 300, blank, { BitsPerComponent: 1, ColorSpace: 'DeviceGray' }),
        },
      }),
      ['image-resolution (< 600 ppi) 300 ppi'],
    ],
    [
      'of one colour',
      'q 72 0 0 72 50 50 cm /I1 Do Q',
      (document) => ({ XObject: { I1: picture(document, 1, 1, [0, 0, 0, 0]) } }),
      [],
    ],
    [
      'of nothing',
      'q 72 0 0 72 50 50 cm /I1 Do Q',
      (document) => ({ XObject: { I1: picture(document, 0, 9, []) } }),
      ['image-readable (0 × 9)'],
    ],
  ],
  lines: [
    ['of 0.25 pt', '0.25 w 50 50 m 90 50 l S', none, []],
    ['of 0.1 pt', '0.1 w 50 50 m 90 50 l S', none, ['line-width (< 0.25 pt) 0.10 pt']],
    ['of no width', '0 w 50 50 m 90 50 l S', none, ['line-width (< 0.25 pt) 0.00 pt']],
    ['made thin', '0.1 0 0 0.1 0 0 cm 1 w 500 500 m 900 500 l S', none, ['line-width (< 0.25 pt) 0.10 pt']],
    ['filled', '50 50 90 0.1 re f', none, ['line-width (< 0.25 pt) 0.10 pt']],
    ['filled in white', '0 0 0 0 k 50 50 90 0.1 re f', none, []],
  ],
  bleed: [
    ['filled', `0 1 0 0 k ${-bleed} ${-bleed} ${400 + 2 * bleed} 90 re f`, none, []],
    [
      'missing below',
      `0 1 0 0 k ${-bleed} 0 ${400 + 2 * bleed} 90 re f`,
      none,
      ['bleed-reached (fill) bottom'],
    ],
    [
      'missing, by a clip',
      `q 0 0 200 90 re W n 0 1 0 0 k ${-bleed} ${-bleed} 300 90 re f Q`,
      none,
      ['bleed-reached (fill) left, bottom'],
    ],
    ['not meant', '0 1 0 0 k 5 5 90 90 re f', none, []],
    ['of white', '0 0 0 0 k 0 0 400 600 re f', none, []],
    ['a mark outside', '0 0 0 1 k -8 -8 4 4 re f', none, []],
  ],
  margins: [
    ['kept', show('0 g', 9, '10 12'), fonts, []],
    ['too small', show('0 g', 9, '5 12'), fonts, ['text-margin (< 3 mm) 1.8 mm']],
    ['cut', show('0 g', 9, '-5 12'), fonts, ['text-margin (< 0 mm) -1.8 mm']],
    ['of the slug', show('0 g', 4, '50 -6'), fonts, []],
    ['of a space', 'BT /F1 9 Tf 1 12 Td ( ) Tj ET', fonts, []],
  ],
}

describe.each(Object.entries(cases))('%s', (_, list) => {
  test.each(list)('%s', async (_what, content, resources, expected) => {
    expect(await found(await pressFile(content, resources))).toEqual(expected)
  })
})

describe('transparency', () => {
  const content = '/G1 gs 0 0 0 1 k 50 50 90 90 re f'
  test.each<[string | undefined, string[]]>([
    ['PDF/X-4', []],
    ['PDF/X-1a:2001', ['transparency-allowed (alpha)']],
    [undefined, ['press-claim', 'transparency-allowed (alpha)']],
  ])('in %s', async (version, expected) => {
    const file = await pressFile(content, state({ ca: 0.5 }), (document) => claim(document, version))
    expect(await found(file)).toEqual(expected)
  })

  test('blended in RGB', async () => {
    const change: Change = (document) =>
      document
        .getPage(0)
        .node.set(PDFName.of('Group'), document.context.obj({ S: 'Transparency', CS: 'DeviceRGB' }))
    expect(await found(await pressFile(content, state({ BM: 'Multiply' }), change))).toEqual([
      'blend-space (DeviceRGB)',
    ])
    expect(await found(await pressFile('', none, change))).toEqual([])
  })
})

test('a place is told in millimetres from the upper left corner of the trim, as the page is shown', async () => {
  const places = async (rotate: number) => {
    const change: Change = (document) =>
      document.getPage(0).node.set(PDFName.of('Rotate'), document.context.obj(rotate))
    const { findings } = await preflight(await pressFile('1 0 0 rg 72 478 36 20 re f', none, change))
    return findings.flatMap((finding) => finding.places.map(({ millimetres }) => millimetres))
  }
  expect(await places(0)).toEqual([{ left: 25.4, top: 36, width: 12.7, height: 7.1 }])
  expect(await places(90)).toEqual([{ left: 168.6, top: 25.4, width: 7.1, height: 12.7 }])
})

describe('in a file for the archive', () => {
  const archive: Change = (document) => {
    const packet = '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>'
    const { catalog, context } = document
    catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata' })))
  }
  test.each<[string, string, Resources, string[]]>([
    ['a colour of the intent', '1 0 0 0 k 50 50 9 9 re f', none, []],
    ['another colour', '1 0 0 rg 50 50 9 9 re f', none, ['colour-intent (DeviceRGB, fill)']],
    [
      'a missing glyph that is not seen',
      `3 Tr ${showCodes('0000')}`,
      collected(),
      ['glyph-present (Song) × 1'],
    ],
  ])('%s', async (_, content, resources, expected) => {
    expect(await found(await pressFile(content, resources, archive))).toEqual([...expected, 'press-claim'])
  })
})

describe('what a device decides', () => {
  const form = (Subtype: string): Resources => {
    return ({ context }) => ({
      XObject: { X1: context.register(context.stream('', { Subtype, BBox: [0, 0, 9, 9] })) },
    })
  }
  const parameters =
    (entries: Record<string, string | Record<string, number | number[]>>): Resources =>
    ({ context }) => ({ ExtGState: { G1: context.obj(entries) } })
  test.each<[string, string, Resources, string[]]>([
    ['nothing', '/G1 gs', parameters({ TR2: 'Default', HT: 'Default' }), []],
    [
      'tones',
      '/G1 gs',
      parameters({ TR: { FunctionType: 2, Domain: [0, 1], N: 1 } }),
      ['device-dependent (transfer-function)'],
    ],
    ['dots', '/G1 gs', parameters({ HT: { HalftoneType: 1 } }), ['device-dependent (halftone)']],
    ['a program', '/X1 Do', form('PS'), ['device-dependent (postscript)']],
    ['a form is none', '/X1 Do', form('Form'), []],
  ])('%s', async (_, content, resources, expected) => {
    expect(await found(await pressFile(content, resources))).toEqual(expected)
  })
})

test('more than three million operations are not followed', async () => {
  expect(await found(await pressFile('n '.repeat(3_000_000)))).toEqual(['content-limit'])
})

test('operators that do not exist are passed over', async () => {
  const file = await pressFile('1 2 toString hasOwnProperty constructor 1 0 0 rg 50 50 9 9 re f')
  expect(await found(file)).toEqual(['colour-for-press (DeviceRGB, fill)'])
})

test('content that cannot be unpacked is told', async () => {
  const file = await pressFile('', none, (document) => {
    const stream = document.context.stream('no deflated bytes at all', { Filter: 'FlateDecode' })
    document.getPage(0).node.set(PDFName.of('Contents'), document.context.register(stream))
  })
  expect(await found(file)).toEqual(['content-whole'])
})
