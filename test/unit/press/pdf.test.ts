import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { Pagination } from '../../../src/issue/index.js'
import {
  assertFonts,
  findFontFaults,
  loadPdf,
  postScriptName,
  readDestinations,
} from '../../../src/press/pdf/index.js'
import { issueTitle } from '../../../src/press/pdf/issue-title.js'
import { isoDate, pdfDate } from '../../../src/press/pdf/pdf-date.js'
import { savePdf } from '../../../src/press/pdf/save-pdf.js'
import { planLabels } from '../../../src/press/pdf/set-page-labels.js'
import { part, publicationOf, sampleFaces } from './sample-publication.js'

async function pdf(text = 'x', pages = 1): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 0; page < pages; page += 1) document.addPage([600, 810]).drawText(text, { font })
  await document.flush()
  return document
}

describe('writing', () => {
  test('the same document gives the same bytes, another one another identifier', async () => {
    const [one, same, other] = await Promise.all(
      ['x', 'x', 'y'].map(async (text) => savePdf(await pdf(text))),
    )
    expect(same).toEqual(one)
    expect(identifier(other)).not.toBe(identifier(one))
  })

  test('what was written reads back, over the bounds of an object stream', async () => {
    const bytes = await savePdf(await pdf('x', 450))
    const document = await loadPdf(bytes)
    expect(document.getPageCount()).toBe(450)
    const again = await loadPdf(await savePdf(document))
    expect(again.getPages().map((page) => page.getWidth())).toEqual(Array.from({ length: 450 }, () => 600))
  })

  function identifier(bytes: Uint8Array | undefined): string | undefined {
    return /\/ID \[<([0-9A-F]{32})> <\1>\]/.exec(Buffer.from(bytes ?? []).toString('latin1'))?.[1]
  }
})

describe('fonts', () => {
  test('the library’s Helvetica is a Type 1 font that is not embedded', async () => {
    const document = await pdf('x', 2)
    expect(findFontFaults(document, new Set(['Helvetica']))).toEqual([
      { font: 'Helvetica', page: 1, fault: 'is Type1, not a composite font' },
    ])
    expect(() => assertFonts(document, new Set())).toThrow(/Helvetica on page 1 is Type1/)
  })

  test.each([
    ['OpenType', { Subtype: 'CIDFontType0' }, /is CIDFontType0, not TrueType.*is not embedded/],
    ['TrueType', { Subtype: 'CIDFontType2' }, /is not embedded.*has no ToUnicode map/],
  ])('a composite font over %s', async (_, descendant, message) => {
    const document = await PDFDocument.create({ updateMetadata: false })
    const { context } = document
    const font = context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'ABCDEF+Song',
      DescendantFonts: [descendant],
    })
    // Inside a form, where a page's own resources do not show it.
    const form = context.stream('', { Type: 'XObject', Subtype: 'Form', Resources: { Font: { F1: font } } })
    document
      .addPage()
      .node.set(PDFName.of('Resources'), context.obj({ XObject: { X1: context.register(form) } }))
    expect(() => assertFonts(document, new Set(['Song']))).toThrow(message)
  })

  test('the name of a face', async () => {
    const faces = await sampleFaces(publicationOf([part('a', '文')]))
    expect(faces.map(({ bytes }) => postScriptName(bytes))).toEqual([
      'NotoSerifSC-Regular',
      'NotoSerifSC-Bold',
    ])
  })
})

test('destinations that lead nowhere are passed over', async () => {
  const document = await pdf('x', 2)
  const { context } = document
  const page = document.getPages()[1]
  const dests = context.obj({
    here: [page?.ref ?? null, 'XYZ', 0, 810, 0],
    gone: [context.nextRef(), 'Fit'],
    odd: 'Name',
  })
  document.catalog.set(PDFName.of('Dests'), dests)
  expect(readDestinations(document)).toEqual({ pageCount: 2, pageOf: new Map([['here', 1]]) })
})

test.each([
  [0, 'D:19700101000000Z', '1970-01-01T00:00:00Z'],
  [1_793_491_200, 'D:20261101000000Z', '2026-11-01T00:00:00Z'],
])('date %i', (seconds, info, xmp) => {
  expect([pdfDate(seconds), isoDate(seconds)]).toEqual([info, xmp])
})

test('the title is that of periodical, number and feature', () => {
  const { metadata } = publicationOf([])
  expect(issueTitle(metadata)).toBe('刊本 2026年第11期 样刊专题')
  const plain = { ...metadata, feature: undefined, issue: { ...metadata.issue, number: undefined } }
  expect(issueTitle(plain)).toBe('刊本 2026年')
})

test.each([
  [
    [undefined, 'i', 'ii', undefined, '1', undefined, '3'],
    ['0 封面', '1 r1', '3 ', '4 D1'],
  ],
  [['1', '2'], ['0 D1']],
  [
    [undefined, '1'],
    ['0 封面', '1 D1'],
  ],
])('labels of %j', (folios, expected) => {
  const publication = publicationOf([
    part('c', '', { kind: folios[0] === undefined ? 'cover' : 'article' }),
    part('t', '', { kind: 'contents' }),
  ])
  const pagination: Pagination = {
    pageCount: folios.length,
    pageOf: new Map([
      ['c', 0],
      ['t', 1],
    ]),
    folios,
  }
  const ranges = planLabels({ publication, pagination })
  expect(
    ranges.map(({ from, style = '', prefix = '', start = '' }) => `${from} ${style}${prefix}${start}`),
  ).toEqual(expected)
})
