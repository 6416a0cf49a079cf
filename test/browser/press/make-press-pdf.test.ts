import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PDFArray, PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib'
import {
  makeCover,
  makePressPdf,
  openBrowser,
  preflight,
  printReading,
  type BrowserSession,
  type MakePressPdfInput,
  type PressPages,
} from '../../../src/press/index.js'
import type { PressMark } from '../../../src/issue/index.js'
import { wholeBytes } from '../../../src/press/pdf/object/stream-bytes.js'
import { findRgb } from '../../../src/press/pdf/colour/index.js'
import { loadPdf } from '../../../src/press/pdf/index.js'
import { differing, hasTool, moved, renderPage } from './render-page.js'
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
let printed: PressPages
let press: Uint8Array

async function inputOf(marks: readonly PressMark[]): Promise<MakePressPdfInput> {
  return {
    publication,
    geometry,
    faces: await sampleFaces(publication),
    colours,
    setting: { marks },
    date: Date.UTC(2026, 10, 1) / 1000,
    producer: 'Kanben test',
  }
}

async function make(marks: readonly PressMark[] = []): Promise<Uint8Array> {
  return makePressPdf(printed, await inputOf(marks))
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
    expect(findRgb(await loadPdf(printed.bytes)).length).toBeGreaterThan(0)
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

  test.skipIf(!hasTool('pdftoppm'))('nothing moved (pdftoppm)', async () => {
    for (const page of [2, 4]) {
      const before = await renderPage(printed.bytes, [618, 828], page)
      const after = await renderPage(press, [618, 828], page)
      expect(differing(before, after)).toBeLessThan(0.01)
      expect(differing(before, moved(after))).toBeGreaterThan(0.1)
    }
  })

  test.skipIf(!hasTool('gs'))('a page of black text is printed with black alone (gs)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kanben-'))
    writeFileSync(join(folder, 'a.pdf'), press)
    const report = execFileSync('gs', ['-q', '-o', '-', '-sDEVICE=inkcov', 'a.pdf'], { cwd: folder })
    rmSync(folder, { recursive: true })
    const pages = report
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).slice(0, 4).map(Number))
    expect(pages).toHaveLength(9)
    // Nothing on it but text.
    const [cyan, magenta, yellow, black = 0] = pages[4] ?? []
    expect([cyan, magenta, yellow]).toEqual([0, 0, 0])
    expect(black).toBeGreaterThan(0.01)
    expect(pages[2]?.[1]).toBeGreaterThan(0)
  })
})

test('marks stand outside of the bleed, in the colour of all plates, and the page is clipped to its bleed', async () => {
  const marked = await make(['crop', 'registration', 'colour-bar', 'slug'])
  const document = await loadPdf(marked)
  expect(findRgb(document)).toEqual([])
  const page = document.getPage(3)
  expect(page.getMediaBox().width).toBeCloseTo(page.getBleedBox().width + 24 * (72 / 25.4), 2)
  expect(page.getTrimBox().width).toBeCloseTo(595.276, 2)
  const contents = page.node.lookup(PDFName.of('Contents'), PDFArray)
  const [first, last] = [0, contents.size() - 1].map((at) =>
    Buffer.from(wholeBytes(contents.lookup(at, PDFStream))).toString('latin1'),
  )
  const { x, y, width, height } = page.getBleedBox()
  const [left, bottom, across, up] = (/q ([-\d. ]+) re W n/.exec(first ?? '')?.[1] ?? '')
    .split(' ')
    .map(Number)
  expect([left, bottom]).toEqual([x, y].map((value) => expect.closeTo(value, 2)))
  expect([across, up]).toEqual([width, height].map((value) => expect.closeTo(value, 2)))
  expect(last).toContain('/KbAll CS 1 SCN')
  const points = [...(last ?? '').matchAll(/(-?[\d.]+) (-?[\d.]+) [ml]\b/g)].map(
    ([, px, py]) => [Number(px), Number(py)] as const,
  )
  expect(points.length).toBeGreaterThan(50)
  for (const [px, py] of points) {
    const isInside = px > x + 0.01 && px < x + width - 0.01 && py > y + 0.01 && py < y + height - 0.01
    expect(isInside).toBe(false)
  }
})

describe('in the eyes of the preflight', () => {
  const errors = async (bytes: Uint8Array) =>
    (await preflight(bytes)).findings.filter(({ severity }) => severity === 'error')

  test.each<[string, readonly PressMark[]]>([
    ['without marks', []],
    ['with all marks', ['crop', 'registration', 'colour-bar', 'slug']],
  ])('the press PDF is without fault %s', async (_, marks) => {
    const bytes = await make(marks)
    expect(await errors(bytes)).toEqual([])
    expect((await preflight(bytes)).claims.press).toBe('PDF/X-4')
  })

  test.each([
    ['an operator', '1 0 0 rg', 'rg'],
    ['an operator of lines', '1 0 0 RG 9 w', 'RG'],
    ['a colour space', '/DeviceRGB cs 1 0 0 sc', '/DeviceRGB cs'],
  ])('red put back by %s is found by it and by findRgb', async (_, content, found) => {
    const document = await loadPdf(press)
    const page = document.getPage(1).node
    const before = page.get(PDFName.of('Contents'))
    const added = document.context.register(
      document.context.flateStream(`q ${content} 60 60 40 40 re 60 160 40 40 re B Q`),
    )
    page.set(PDFName.of('Contents'), document.context.obj([before ?? added, added]))
    const mutant = await document.save()
    expect(findRgb(await loadPdf(mutant))).toEqual([{ object: added.objectNumber, found }])
    expect(await errors(mutant)).toMatchObject([{ rule: 'colour-for-press', places: [{ page: 2 }] }])
  })
})

describe('the sheet of the cover', () => {
  const mm = 72 / 25.4

  test.each<['blank' | 'last-page', readonly PressMark[], number]>([
    // Nine pages: four leaves inside, or three when the last leaf is the cover's too.
    ['blank', [], 0.4],
    ['last-page', ['crop', 'registration', 'colour-bar', 'slug'], 0.3],
  ])('lies open with back %s and marks %j', async (back, marks, spine) => {
    const bytes = await makeCover(printed, { paperThickness: 0.1, back }, await inputOf(marks))
    const document = await loadPdf(bytes)
    expect(document.getPages()).toHaveLength(1)
    const page = document.getPage(0)
    expect(page.getTrimBox().width).toBeCloseTo((420 + spine) * mm, 2)
    expect(page.getBleedBox().width).toBeCloseTo((426 + spine) * mm, 2)
    expect(page.getMediaBox().width).toBeCloseTo((426 + spine + (marks.length > 0 ? 24 : 0)) * mm, 2)
    const sides = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict).keys().map(String)
    expect(sides).toEqual(back === 'blank' ? ['/KbFront'] : ['/KbBack', '/KbFront'])
    expect(findRgb(document)).toEqual([])
    const { claims, findings } = await preflight(bytes, { multiple: 1 })
    expect(claims.press).toBe('PDF/X-4')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('same input, same bytes', async () => {
    const input = await inputOf([])
    const one = await makeCover(printed, { spine: 5 }, input)
    expect(await makeCover(printed, { spine: 5 }, input)).toEqual(one)
  })
})
