import { readFile } from 'node:fs/promises'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { pressRule } from '../../../../src/diagnostics/index.js'
import { pressExpectations } from '../../../../src/diagnostics/rules/press-expectations.js'
import { preflight } from '../../../../src/press/pdf/preflight/index.js'
import { claim, found, pressFile, profileHeader, type Change } from './press-file.js'

const N = (name: string) => PDFName.of(name)

const intent =
  (subtype: string, device: string): Change =>
  ({ catalog, context }) => {
    const profile = context.register(context.stream(profileHeader(device, 'CMYK'), { N: 4 }))
    const dict = context.obj({ Type: 'OutputIntent', S: subtype, DestOutputProfile: profile })
    catalog.set(N('OutputIntents'), context.obj([dict]))
  }

const metadata =
  (packet: string): Change =>
  ({ catalog, context }) =>
    catalog.set(N('Metadata'), context.register(context.stream(packet, { Type: 'Metadata' })))

const annotation =
  (rect: number[], flags = 4): Change =>
  (document) => {
    const link = { Type: 'Annot', Subtype: 'Link', Rect: rect, F: flags }
    document.getPage(1).node.set(N('Annots'), document.context.obj([link]))
  }

describe('the file as a whole', () => {
  test.each<[string, Change, string[]]>([
    ['in order', () => undefined, []],
    ['claiming nothing', (document) => claim(document, undefined), ['press-claim']],
    ['claiming what does not exist', (document) => claim(document, 'PDF/X-9'), ['press-standard (PDF/X-9)']],
    ['without output intent', ({ catalog }) => catalog.delete(N('OutputIntents')), ['output-intent']],
    ['with the intent of an archive', intent('GTS_PDFA1', 'prtr'), ['output-intent (S /GTS_PDFA1)']],
    ['with the profile of a screen', intent('GTS_PDFX', 'mntr'), ['output-intent (profile class mntr)']],
    [
      'that does not speak of trapping',
      metadata('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>'),
      ['trapping-stated'],
    ],
    [
      'whose claims cannot be unpacked',
      ({ catalog, context }) =>
        catalog.set(N('Metadata'), context.register(context.stream('no bytes', { Filter: 'FlateDecode' }))),
      ['press-claim'],
    ],
    [
      'with a script',
      ({ catalog, context }) => catalog.set(N('Names'), context.obj({ JavaScript: { Names: [] } })),
      ['active-content (JavaScript)'],
    ],
    [
      'that opens a program',
      ({ catalog, context }) => catalog.set(N('OpenAction'), context.obj({ S: 'Launch' })),
      ['active-content (OpenAction Launch)'],
    ],
    ['with a link', annotation([50, 50, 90, 90]), ['annotation-in-print (Link)']],
    ['with a link outside of the sheet', annotation([-50, 50, -5, 90]), []],
    ['of five pages', (document) => addPage(document), ['page-multiple (5 mod 4 = 1)']],
    [
      'without a trim box',
      (document) => document.getPage(2).node.delete(N('TrimBox')),
      ['page-boxes (TrimBox)'],
    ],
    [
      'with a page of another size',
      (document) => document.getPage(3).setTrimBox(9, 9, 300, 300),
      ['page-size (141 × 212 mm) 106 × 106 mm'],
    ],
    [
      'with a trim box beyond the sheet',
      (document) => document.getPage(0).setTrimBox(100, 8.5, 400, 600),
      ['page-boxes (TrimBox ⊂ BleedBox ⊂ MediaBox)', 'bleed-box (< 3 mm) -29.3 mm'],
    ],
    [
      'with 2 mm of bleed',
      (document) => document.getPage(0).setBleedBox(2.83, 2.83, 411.34, 611.34),
      ['bleed-box (< 3 mm) 2.0 mm'],
    ],
    [
      'claiming PDF/UA without tags',
      metadata('<x pdfuaid:part="1"/>'),
      ['document-language', 'tags-marked', 'title-in-bar', 'press-claim'],
    ],
  ])('%s', async (_, change, expected) => {
    expect(await found(await pressFile('', undefined, change))).toEqual(expected)
  })

  test('counts pages by the printer’s sheet', async () => {
    expect(await found(await pressFile(), { multiple: 2 })).toEqual([])
    expect(await found(await pressFile(), { multiple: 16 })).toEqual(['page-multiple (4 mod 16 = 4)'])
  })
})

function addPage(document: PDFDocument): void {
  const { width, height } = document.getPage(0).getSize()
  const page = document.addPage([width, height])
  page.setTrimBox(8.5, 8.5, 400, 600)
}

describe('a file that cannot be read says why', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['no PDF', () => Buffer.from('<svg/>'), 'pdf-readable'],
    ['nothing', () => Buffer.alloc(0), 'pdf-readable'],
    ['a PDF cut short', () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), 'pdf-whole'],
    ['half a PDF', async () => (await pressFile()).subarray(0, 600), 'pdf-whole'],
    ['a locked PDF', lockedFile, 'pdf-unlocked'],
  ])('%s', async (_, make, rule) => {
    expect((await preflight(new Uint8Array(await make()))).findings).toEqual([
      { rule, severity: 'error', places: [], more: 0 },
    ])
  })
})

async function lockedFile(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  document.encrypt({ ownerPassword: 'secret', userPassword: 'secret' })
  return document.save({ useObjectStreams: false })
}

test('every finding is told in both languages, with its places', () => {
  const millimetres = { left: 12.5, top: 40, width: 30, height: 10.25 }
  const place = { page: 3, figure: '142 ppi', millimetres }
  const { message } = pressRule('image-resolution', 'warning')
  expect(message({ detail: '< 300 ppi', places: [place], more: 0 })).toEqual({
    en: 'A picture has too few pixels for the size it is placed in (< 300 ppi): page 3 142 ppi at 12.5, 40.0 mm, 30.0 × 10.3 mm',
    zh: '图片按现在的尺寸像素不够（< 300 ppi）：第 3 页 142 ppi，距左 12.5、距上 40.0 毫米，宽 30.0、高 10.3 毫米',
  })
  const pages = [1, 2, 3, 5, 9].map((page) => ({ page }))
  expect(message({ detail: undefined, places: pages, more: 4 })).toMatchObject({
    en: expect.stringContaining('page 1; page 2; page 3; and 6 more (pages 5–9)') as string,
    zh: expect.stringContaining('第 1 页；第 2 页；第 3 页；另有 6 处（第 5–9 页）') as string,
  })
  expect(() => pressRule('nothing', 'error')).toThrow(/nothing/)
})

test('there is a sentence for every rule, and a rule for every sentence', async () => {
  const source = await readFile(
    new URL('../../../../src/press/pdf/preflight/finding.ts', import.meta.url),
    'utf8',
  )
  const rules = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, rule = '']) => rule)
  expect(new Set(Object.keys(pressExpectations))).toEqual(new Set(rules))
  // Each with an input that it refuses.
  const tests = await Promise.all(
    ['file.test.ts', 'page.test.ts', 'ink.test.ts', '../../../conformance/mutants.ts'].map((file) =>
      readFile(new URL(file, import.meta.url), 'utf8'),
    ),
  )
  expect(rules.filter((rule) => !new RegExp(`'${rule}[' ]`).test(tests.join('')))).toEqual([])
})
