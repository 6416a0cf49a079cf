import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFName, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PressMark } from '../../../src/issue/index.js'
import { openBrowser, preflight, type BrowserSession, type PressPages } from '../../../src/press/index.js'
import { openDocument } from '../../../src/press/browser/index.js'
import { freeProfile } from '../../../src/press/free-profile.js'
import { inkPictures, printForPress } from '../../../src/press/ink-pictures.js'
import { findRgb } from '../../../src/press/pdf/colour/index.js'
import { wholeBytes } from '../../../src/press/pdf/object/stream-bytes.js'
import { finishPress, InkMixer, loadPdf, PressTransform } from '../../../src/press/pdf/index.js'
import { differing, hasTool, moved, renderPage } from './render-page.js'
import { geometry as smallSheet, samplePublication } from '../../unit/press/sample-publication.js'

const folder = new URL('../../fixtures/press/', import.meta.url)
const colours = new Map([
  ['ink', { rgb: '#1a1a1a', cmyk: [0, 0, 0, 100] }],
  ['accent', { rgb: '#9c2a1f', cmyk: [15, 95, 95, 25] }],
  ['spot', { rgb: '#c8102e', cmyk: [0, 100, 79, 4], spot: { name: 'PANTONE 186 C', tint: 100 } }],
  ['tint', { rgb: '#eeb7c0', cmyk: [0, 100, 79, 4], spot: { name: 'PANTONE 186 C', tint: 30 } }],
  ['gold', { rgb: '#85714d', cmyk: [40, 45, 75, 20], spot: { name: '金 #872', tint: 100 } }],
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

async function finish(
  { bytes, originals }: PressPages,
  marks: readonly PressMark[] = [],
): Promise<Uint8Array> {
  return finishPress(await loadPdf(bytes), {
    publication: samplePublication(),
    geometry: { ...smallSheet, sheetWidth: 824, sheetHeight: 1104 },
    ink: { transform, mixer: new InkMixer(transform, colours), originals },
    profile: freeProfile.read(),
    marks,
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
          ? [Buffer.from(wholeBytes(object)).toString('latin1')]
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

describe('spot colours', () => {
  const html = `<style>@page { size: 824px 1104px; margin: 0 } body { margin: 60px; font: 40px serif; color: #c8102e }
    p { margin: 20px 0; padding: 10px }</style>
    <p>Red</p><p style="background: #eeb7c0; color: #85714d">Gold on rose</p>
    <p style="opacity: .5">Half through</p>
    <p style="background: linear-gradient(90deg, #c8102e, #eeb7c0 40%, #fff)">&nbsp;</p>
    <p style="background: linear-gradient(90deg, #c8102e, #85714d)">&nbsp;</p>`
  let press: Uint8Array
  let all: string
  beforeAll(async () => {
    press = await finish(await print(html), ['colour-bar', 'registration'])
    const document = await loadPdf(press)
    all = document.context
      .enumerateIndirectObjects()
      .map(([, object]) =>
        object instanceof PDFRawStream && !object.dict.has(PDFName.of('Length1'))
          ? `${object.dict.toString()} ${Buffer.from(wholeBytes(object)).toString('latin1')}`
          : object.toString(),
      )
      .join('\n')
  }, 60_000)

  test('have a plate by their name, with what it looks like', () => {
    expect(all).toMatch(/\[ \/Separation \/PANTONE#20186#20C \/DeviceCMYK/)
    expect(all).toMatch(/\[ \/Separation \/#E9#87#91#20#23872 \/DeviceCMYK/)
    expect(all).toContain('/C1 [ 0 1 0.79 0.04 ]')
  })

  test('are exact in operators, as tints too', () => {
    expect(all).toContain('/KbSpot1 cs 1 scn')
    expect(all).toContain('/KbSpot1 cs 0.3 scn')
    expect(all).toContain('/KbSpot2 cs 1 scn')
    // Solids and tints of the plate are nowhere mixed from the four; of two plates a gradient is.
    expect(all).not.toMatch(/\b0 1 0\.79 0\.04 k/)
  })

  test('stay on their plate in gradients to a tint and to white', () => {
    expect(all).toMatch(/\/C0 \[ 1 \]\s+\/C1 \[ 0\.3 \]/)
    expect(all).toMatch(/\/C0 \[ 0\.3 \]\s+\/C1 \[ 0 \]/)
  })

  test('leave no fault in the eyes of the preflight', async () => {
    const { findings } = await preflight(press)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test.skipIf(!hasTool('gs'))('come out on plates of their own (gs)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kanben-plates-'))
    writeFileSync(join(folder, 'press.pdf'), press)
    execFileSync(
      'gs',
      ['-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=tiffsep', '-r20', '-o', 'p.tif', 'press.pdf'],
      {
        cwd: folder,
      },
    )
    const plates = readdirSync(folder).filter((name) => name.includes('('))
    rmSync(folder, { recursive: true })
    expect(plates).toHaveLength(6)
    expect(plates).toContain('p(PANTONE 186 C).tif')
  })
})
