import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { pressRule } from '../../../src/diagnostics/index.js'
import { preflight } from '../../../src/press/pdf/preflight/index.js'
import { savePdf } from '../../../src/press/pdf/save-pdf.js'

type Change = (document: PDFDocument) => unknown

/** Four pages with trim boxes and nothing on them. */
async function file(change: Change = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (let page = 0; page < 4; page += 1) document.addPage([600, 800]).setTrimBox(10, 10, 580, 780)
  await change(document)
  await document.flush()
  return savePdf(document)
}

const helvetica: Change = async (document) =>
  document.getPage(1).drawText('x', { font: await document.embedFont(StandardFonts.Helvetica) })

const claim =
  (packet: string): Change =>
  ({ catalog, context }) =>
    catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata' })))

describe('what a printer sees', () => {
  test.each<[string, Change, unknown[]]>([
    ['nothing', () => undefined, []],
    ['a font that is not embedded', helvetica, [{ rule: 'font-embedded', page: 2, detail: 'Helvetica' }]],
    [
      'a Type 3 font',
      (document) =>
        document
          .getPage(0)
          .node.set(PDFName.of('Resources'), document.context.obj({ Font: { F1: { Subtype: 'Type3' } } })),
      [{ rule: 'font-type', page: 1 }],
    ],
    [
      'five pages',
      (document) => document.addPage([600, 800]).setTrimBox(10, 10, 580, 780),
      [{ rule: 'page-multiple' }],
    ],
    [
      'no trim box',
      (document) => document.getPage(2).node.delete(PDFName.of('TrimBox')),
      [{ rule: 'page-boxes', page: 3, detail: 'TrimBox' }],
    ],
    [
      'a page of another size',
      (document) => document.getPage(3).setTrimBox(0, 0, 300, 300),
      [{ rule: 'page-boxes', page: 4 }],
    ],
    [
      'a trim box beyond the sheet',
      (document) => document.getPage(0).setTrimBox(100, 100, 580, 780),
      [{ rule: 'page-boxes', page: 1 }],
    ],
    [
      'PDF/X without profile',
      claim('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>'),
      [{ rule: 'output-intent' }],
    ],
    [
      'PDF/UA without tags',
      claim('<x pdfuaid:part="1"/>'),
      [{ rule: 'document-language' }, { rule: 'tags-marked' }, { rule: 'title-in-bar' }],
    ],
  ])('%s', async (_, change, expected) => {
    const { findings } = await preflight(await file(change))
    expect(findings.filter(({ rule }, at) => rule !== 'page-boxes' || at === 0)).toMatchObject(expected)
  })

  test.each([
    ['no PDF', Buffer.from('<svg/>')],
    ['nothing', Buffer.alloc(0)],
    ['a PDF cut short', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog')],
  ])('%s', async (_, bytes) => {
    expect((await preflight(new Uint8Array(bytes))).findings).toEqual([
      { rule: 'pdf-readable', severity: 'error' },
    ])
  })
})

test('every finding is told in both languages, with its page', () => {
  const message = pressRule('font-embedded').message({ page: 3, detail: 'Arial' })
  expect(message).toEqual({
    en: 'Page 3: A font is not embedded (Arial)',
    zh: '第 3 页：有字体没有嵌入（Arial）',
  })
  expect(() => pressRule('nothing')).toThrow(/nothing/)
})
