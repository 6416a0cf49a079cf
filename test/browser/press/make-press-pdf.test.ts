import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import { makePressPdf, openBrowser, printReading, type BrowserSession } from '../../../src/press/index.js'
import { findRgb } from '../../../src/press/pdf/colour/index.js'
import { loadPdf } from '../../../src/press/pdf/index.js'
import {
  css,
  geometry as smallSheet,
  noAssets,
  pageRules,
  sampleFaces,
  samplePublication,
} from '../../unit/press/sample-publication.js'

const geometry = { ...smallSheet, sheetWidth: 824, sheetHeight: 1104 }
const publication = samplePublication()
const colours = new Map([['ink', { rgb: '#1a1a1a', cmyk: [0, 0, 0, 100] }]] as const)
let session: BrowserSession
let printed: Uint8Array
let press: Uint8Array

async function make(): Promise<Uint8Array> {
  return makePressPdf(printed, {
    publication,
    geometry,
    faces: await sampleFaces(publication),
    colours,
    setting: {},
    date: Date.UTC(2026, 10, 1) / 1000,
    producer: 'Kanben test',
  })
}

beforeAll(async () => {
  session = openBrowser()
  const { forPress } = await printReading(session, {
    publication,
    geometry,
    css: `${css} body { color: #1a1a1a } h1 { color: #9c2a1f }`,
    pageRules: pageRules.replace('800px 1080px', '824px 1104px'),
    faces: await sampleFaces(publication),
    assets: noAssets,
    date: 0,
    producer: 'x',
    forPress: true,
  })
  if (forPress === undefined) throw new Error('nothing was printed for the press')
  printed = forPress
  press = await make()
})

afterAll(async () => session.close())

describe('the press PDF', () => {
  test('no red, green and blue anywhere; the printed file has it', async () => {
    expect(findRgb(await loadPdf(press))).toEqual([])
    expect(findRgb(await loadPdf(printed)).length).toBeGreaterThan(0)
  })

  test('trim within bleed within media, on every page', async () => {
    const pages = (await loadPdf(press)).getPages()
    expect(pages).toHaveLength(9)
    for (const page of pages) {
      expect(page.getTrimBox().width).toBeCloseTo(595.276, 2)
      expect(page.getBleedBox().width).toBeCloseTo(595.276 + 17.008, 2)
      expect(page.getMediaBox()).toEqual(page.getBleedBox())
      expect(page.node.has(PDFName.of('Annots'))).toBe(false)
    }
  })

  test('PDF/X-4 by its XMP, with the profile as output intent, nothing trapped', async () => {
    const document = await loadPdf(press)
    const text = Buffer.from(press).toString('latin1')
    expect(text).toMatch(/^%PDF-1\.6/)
    expect(text).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>')
    expect(text).toMatch(/<xmpMM:DocumentID>uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}</)
    const intent = document.catalog.lookup(PDFName.of('OutputIntents'))?.toString()
    expect(intent).toBeDefined()
    const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict)
    expect(info.get(PDFName.of('Trapped'))).toBe(PDFName.of('False'))
    for (const key of ['StructTreeRoot', 'Dests', 'Outlines'])
      expect(document.catalog.has(PDFName.of(key))).toBe(false)
  })

  test('the same bytes each time', async () => {
    expect(Buffer.from(await make()).equals(press)).toBe(true)
  })
})
