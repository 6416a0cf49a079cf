import { readFileSync, readdirSync } from 'node:fs'
import { PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type BrowserSession, type PressPages } from '../../../src/press/index.js'
import { openDocument } from '../../../src/press/browser/index.js'
import { freeProfile } from '../../../src/press/free-profile.js'
import { inkPictures, printForPress } from '../../../src/press/ink-pictures.js'
import { findRgb } from '../../../src/press/pdf/colour/index.js'
import { streamBytes } from '../../../src/press/pdf/colour/stream-bytes.js'
import { finishPress, InkMixer, loadPdf, PressTransform } from '../../../src/press/pdf/index.js'
import { differing, hasTool, moved, renderPage } from './render-page.js'
import { geometry as smallSheet, samplePublication } from '../../unit/press/sample-publication.js'

const folder = new URL('../../fixtures/press/', import.meta.url)
const colours = new Map([
  ['ink', { rgb: '#1a1a1a', cmyk: [0, 0, 0, 100] }],
  ['accent', { rgb: '#9c2a1f', cmyk: [15, 95, 95, 25] }],
  ['paper', { rgb: '#ffffff', cmyk: [0, 0, 0, 0] }],
] as const)
/** In points. */
const sheet = [618, 828] as const
let session: BrowserSession
let transform: PressTransform

/** A page of HTML with pictures of the folder beside it. */
async function print(html: string): Promise<PressPages> {
  const pictures = readdirSync(folder).filter((name) => /\.(?:png|jpg)$/.test(name))
  const files = new Map<string, string | Uint8Array>([
    ['index.html', html],
    ...pictures.map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const),
  ])
  const ink = inkPictures(files)
  const page = await openDocument(session, new Map([...files, ...ink.files]))
  const printed = await printForPress(page, ink)
  await page.close()
  return printed
}

async function finish({ bytes, originals }: PressPages): Promise<Uint8Array> {
  return finishPress(await loadPdf(bytes), {
    publication: samplePublication(),
    geometry: { ...smallSheet, sheetWidth: 824, sheetHeight: 1104 },
    ink: { transform, mixer: new InkMixer(transform, colours), originals },
    profile: freeProfile.read(),
    marks: [],
    date: 0,
    producer: 'x',
  })
}

function images(document: PDFDocument): PDFRawStream[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream)
    .filter(({ dict }) => dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image'))
}

beforeAll(async () => {
  session = openBrowser()
  transform = await PressTransform.open({
    profile: freeProfile.read(),
    intent: 'relative',
    blackPointCompensation: true,
  })
})

afterAll(async () => session.close())

describe('a page of everything', () => {
  let printed: PressPages
  let press: Uint8Array
  beforeAll(async () => {
    printed = await print(readFileSync(new URL('torture.html', folder), 'utf8'))
    press = await finish(printed)
  }, 180_000)

  test('has no red, green and blue left', async () => expect(findRgb(await loadPdf(press))).toEqual([]))

  test('CMYK JPEGs are there byte by byte, Adobe’s with its ink turned', async () => {
    const found = images(await loadPdf(press)).filter(
      ({ dict }) =>
        dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode') &&
        dict.get(PDFName.of('ColorSpace')) === PDFName.of('DeviceCMYK'),
    )
    const original = (name: string) =>
      found.find(({ contents }) => readFileSync(new URL(name, folder)).equals(contents))
    expect(original('adobe-cmyk.jpg')?.dict.get(PDFName.of('Decode'))?.toString()).toBe('[ 1 0 1 0 1 0 1 0 ]')
    expect(original('plain-cmyk.jpg')?.dict.has(PDFName.of('Decode'))).toBe(false)
  })

  test('grey pictures stay grey', async () => {
    const grey = images(await loadPdf(press)).filter(
      ({ dict }) =>
        dict.get(PDFName.of('ColorSpace')) === PDFName.of('DeviceGray') &&
        dict.get(PDFName.of('Width'))?.toString() === '64' &&
        dict.get(PDFName.of('Type')) === PDFName.of('XObject'),
    )
    // JPEG, PNG, PNG of 16 bits, and the mask of the one with alpha.
    expect(grey.length).toBeGreaterThanOrEqual(4)
  })

  test('theme colours are exact in operators and gradients', async () => {
    const document = await loadPdf(press)
    const contents = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form')
          ? [Buffer.from(streamBytes(object)).toString('latin1')]
          : [],
      )
      .join('\n')
    expect(contents).toContain('0.15 0.95 0.95 0.25 k')
    expect(contents).toContain('0 0 0 1 k')
    const gradient = document.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .find((text) => text.includes('/C0 [ 0.15 0.95 0.95 0.25 ]'))
    expect(gradient).toContain('/C1 [ 0 0 0 0 ]')
  })

  test.skipIf(!hasTool('pdftoppm'))('nothing moved (pdftoppm)', async () => {
    const [before, after] = await Promise.all([renderPage(printed.bytes, sheet), renderPage(press, sheet)])
    // Colours come out otherwise, but what is dark stays dark.
    expect(differing(before, after)).toBeLessThan(0.035)
    expect(differing(before, moved(after))).toBeGreaterThan(0.04)
  })
})
