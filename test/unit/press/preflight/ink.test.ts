import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { preflight } from '../../../../src/press/pdf/preflight/index.js'
import { font, found, picture, pressFile } from './press-file.js'

type Resources = (document: PDFDocument) => Record<string, Record<string, PDFObject>>

const none: Resources = () => ({})

const states: Resources = ({ context }) => ({
  ExtGState: {
    Over: context.obj({ op: true, OPM: 1 }),
    Multiply: context.obj({ BM: 'Multiply' }),
    Half: context.obj({ ca: 0.5 }),
  },
})

/** A picture of 72 × 72 points that has 300 pixels an inch: its left half one colour, its right half another. */
const halves = (left: readonly number[], right: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: 300 * 300 * 4 }, (_, at) => {
    const column = Math.floor(at / 4) % 300
    return ((column < 150 ? left : right)[at % 4] ?? 0) * 2.55
  })

const place = 'q 72 0 0 72 50 50 cm /I1 Do Q'
const heavy = [90, 80, 80, 90]

/** 16 × 16 pixels of full ink in all four, stored inverted as Adobe's programs do, transformed to YCCK. */
const jpeg = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj/8AAFAgAEAAQBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAH/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKACfgAAAP/Z',
  'base64',
)

function jpegPicture({ context }: PDFDocument, bytes: Uint8Array): PDFObject {
  const size = { Subtype: 'Image', Width: 16, Height: 16, BitsPerComponent: 8, ColorSpace: 'DeviceCMYK' }
  const decode = [1, 0, 1, 0, 1, 0, 1, 0]
  return context.register(context.stream(bytes, { ...size, Filter: 'DCTDecode', Decode: decode }))
}

/** One row of a CMYK picture, then rows that PNG's second filter takes from the row above. */
const predicted = (width: number, height: number, colour: readonly number[]): number[] =>
  Array.from({ length: height }, (_, row) => [
    row === 0 ? 0 : 2,
    ...Array.from({ length: width * 4 }, (__, at) => (row === 0 ? (colour[at % 4] ?? 0) : 0)),
  ]).flat()

const gradient =
  (type: number, coords: number[]): Resources =>
  ({ context }) => ({
    Shading: {
      S1: context.obj({
        ShadingType: type,
        ColorSpace: 'DeviceCMYK',
        Coords: coords,
        Function: { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
      }),
    },
  })

describe('ink', () => {
  test.each<[string, string, Resources, string[]]>([
    ['at the limit', '1 1 0.5 0.5 k 50 50 90 90 re f', none, []],
    ['above it', '1 1 0.5 1 k 50 50 90 90 re f', none, ['ink-limit (> 300 %) 350 %']],
    ['above it, in a dot', '1 1 0.5 1 k 50 50 2 2 re f', none, []],
    ['above it, in a wide line', '1 1 0.5 1 K 10 w 50 50 m 90 90 l S', none, ['ink-limit (> 300 %) 350 %']],
    [
      'above it, in large text',
      'BT /F1 40 Tf 1 1 1 1 k 60 90 Td (a) Tj ET',
      (document) => ({ Font: { F1: font(document) } }),
      ['ink-limit (> 300 %) 400 %'],
    ],
    ['that covers other ink', '1 1 0 0 k 50 50 90 90 re f 0 0 1 1 k 60 60 90 90 re f', none, []],
    [
      'that overprints other ink',
      '1 1 0 0 k 50 50 90 90 re f /Over gs 0 0 1 1 k 60 60 90 90 re f',
      states,
      ['ink-limit (> 300 %) 400 %'],
    ],
    [
      'that multiplies other ink',
      '1 1 0 0 k 50 50 90 90 re f /Multiply gs 0 0 1 1 k 60 60 90 90 re f',
      states,
      ['ink-limit (> 300 %) 400 %'],
    ],
    ['that is half there', '/Half gs 1 1 1 1 k 50 50 90 90 re f', states, []],
    ['that is covered', '1 1 1 1 k 50 50 90 90 re f 0 0 0 0 k 40 40 120 120 re f', none, []],
    ['that a clip hides', 'q 50 50 m 90 50 l 50 90 l h W n 1 1 1 1 k 80 80 90 90 re f Q', none, []],
    [
      'that a clip shows',
      'q 50 50 m 90 50 l 50 90 l h W n 1 1 1 1 k 50 50 90 90 re f Q',
      none,
      ['ink-limit (> 300 %) 400 %'],
    ],
    ['within a hole', '1 1 1 1 k 50 50 90 90 re 50 50 90 90 re f*', none, []],
    [
      'of a light picture',
      place,
      (document) => ({ XObject: { I1: picture(document, 300, 300, halves([0, 9, 9, 0], [90, 0, 0, 0])) } }),
      [],
    ],
    [
      'of half a picture',
      place,
      (document) => ({ XObject: { I1: picture(document, 300, 300, halves([0, 9, 9, 0], heavy)) } }),
      ['ink-limit (> 300 %) 340 %'],
    ],
    [
      'of a picture that is masked',
      place,
      (document) => {
        const mask = picture(document, 1, 1, [0], { ColorSpace: 'DeviceGray' })
        return { XObject: { I1: picture(document, 300, 300, halves(heavy, heavy), { SMask: mask }) } }
      },
      [],
    ],
    [
      'of a picture with a predictor',
      place,
      (document) => ({
        XObject: {
          I1: picture(document, 300, 300, predicted(300, 300, [255, 255, 255, 51]), {
            DecodeParms: document.context.obj({ Predictor: 15, Colors: 4, Columns: 300 }),
          }),
        },
      }),
      ['ink-limit (> 300 %) 320 %'],
    ],
    [
      'of a JPEG picture',
      'q 3.84 0 0 3.84 50 50 cm /I1 Do Q',
      (document) => ({ XObject: { I1: jpegPicture(document, jpeg) } }),
      ['ink-limit (> 300 %) 400 %'],
    ],
    [
      'of a JPEG picture that is damaged',
      'q 3.84 0 0 3.84 50 50 cm /I1 Do Q',
      (document) => ({ XObject: { I1: jpegPicture(document, jpeg.subarray(9, 90)) } }),
      ['image-readable'],
    ],
    [
      'of a picture cut short',
      place,
      (document) => ({ XObject: { I1: picture(document, 300, 300, [1, 2, 3]) } }),
      ['image-readable'],
    ],
    [
      'of a picture packed in another way',
      place,
      (document) => {
        const stream = document.context.stream('', {
          Subtype: 'Image',
          Width: 300,
          Height: 300,
          ColorSpace: 'DeviceCMYK',
          Filter: 'JPXDecode',
        })
        return { XObject: { I1: document.context.register(stream) } }
      },
      ['ink-unknown'],
    ],
    [
      'of a gradient along a line',
      'q 50 50 90 90 re W n /S1 sh Q',
      gradient(2, [50, 0, 140, 0]),
      ['ink-limit (> 300 %) 400 %'],
    ],
    [
      'of a gradient that does not go so far',
      'q 50 50 60 60 re W n /S1 sh Q',
      gradient(2, [50, 0, 140, 0]),
      [],
    ],
    [
      'of a gradient between circles',
      'q 50 50 90 90 re W n /S1 sh Q',
      gradient(3, [95, 95, 0, 95, 95, 45]),
      ['ink-limit (> 300 %) 400 %'],
    ],
    [
      'of tiles',
      '/Pattern cs /P1 scn 50 50 90 90 re f',
      ({ context }) => ({
        Pattern: {
          P1: context.register(
            context.stream('1 1 1 0.2 k 0 0 9 9 re f', {
              PatternType: 1,
              PaintType: 1,
              BBox: [0, 0, 9, 9],
              XStep: 9,
              YStep: 9,
            }),
          ),
        },
      }),
      ['ink-limit (> 300 %) 320 %'],
    ],
    [
      'of spot colours',
      '/Two cs 1 1 scn 50 50 90 90 re f',
      ({ context }) => ({
        ColorSpace: {
          Two: context.obj([
            'DeviceN',
            ['Gold', 'Black'],
            'DeviceCMYK',
            { FunctionType: 2, Domain: [0, 1, 0, 1], C0: [0, 0, 0, 0], C1: [0, 0, 1, 1], N: 1 },
          ]),
        },
      }),
      [],
    ],
  ])('%s', async (_, content, resources, expected) => {
    expect(await found(await pressFile(content, resources))).toEqual(expected)
  })

  test('has the limit that was asked for', async () => {
    const file = await pressFile('1 1 0.5 0.5 k 50 50 90 90 re f')
    expect(await found(file, { ink: 250 })).toEqual(['ink-limit (> 250 %) 300 %'])
  })

  test('says where', async () => {
    const file = await pressFile(place, (document) => ({
      XObject: { I1: picture(document, 300, 300, halves([0, 0, 0, 0], heavy)) },
    }))
    const [finding] = (await preflight(file)).findings
    expect(finding?.places).toMatchObject([
      { page: 1, millimetres: { left: 30.5, top: 168.5, width: 12.7, height: 25.4 } },
    ])
  })
})

describe('black text on colour', () => {
  const fonts: Resources = (document) => ({ ...states(document), Font: { F1: font(document) } })
  const text = '0 0 0 1 k BT /F1 9 Tf 60 90 Td (abcdef) Tj ET'
  test.each<[string, string, string[]]>([
    ['that knocks out', `0.5 0 0 0 k 50 50 90 90 re f ${text}`, ['black-overprint']],
    ['that overprints', `0.5 0 0 0 k 50 50 90 90 re f /Over gs ${text}`, []],
    ['beside the colour', `0.5 0 0 0 k 200 50 90 90 re f ${text}`, []],
    ['on grey', `0 0 0 0.3 k 50 50 90 90 re f ${text}`, []],
  ])('%s', async (_, content, expected) => {
    expect(await found(await pressFile(content, fonts))).toEqual(expected)
  })
})
