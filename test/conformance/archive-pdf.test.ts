import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attachSources, loadPdf } from '../../src/press/index.js'
import { checkFormats } from '../../src/pipeline/check-formats.js'
import { savePdf } from '../../src/press/pdf/save-pdf.js'
import { readingPdf } from './reading-pdf.js'
import { hasVeraPdf, veraPdf } from './verapdf.js'

const issue = join(import.meta.dirname, '../fixtures/record/everything')
const names = ['issue.yaml', '01-all.md', 'figures/x.svg']

const plain = await readingPdf(issue)
const archived = await attachSources(
  plain,
  await Promise.all(
    names.map(async (name) => ({ name, mediaType: 'text/plain', bytes: await readFile(join(issue, name)) })),
  ),
  0,
)

/** The archived file with its embedded files' specifications changed. */
async function changed(change: (specification: PDFDict) => void): Promise<Uint8Array> {
  const document = await loadPdf(archived)
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.has(PDFName.of('AFRelationship'))) change(object)
  return savePdf(document)
}

test.skipIf(!hasVeraPdf)(
  'veraPDF finds the archived PDF to be PDF/A-3a, and not when its sources are not related to it',
  { timeout: 300_000 },
  async () => {
    const files = new Map([
      ['archived', archived],
      ['unrelated', await changed((specification) => specification.delete(PDFName.of('AFRelationship')))],
      ['unnamed', await changed((specification) => specification.delete(PDFName.of('UF')))],
    ])
    const verdicts = await veraPdf('3a', files)
    expect(verdicts.get('archived')).toEqual([])
    expect(verdicts.get('unrelated')).not.toEqual([])
    expect(verdicts.get('unnamed')).not.toEqual([])
    expect((await veraPdf('ua1', new Map([['archived', archived]]))).get('archived')).toEqual([])
  },
)

test('verify takes it, and neither a PDF without sources nor one that is cut off', async () => {
  const problems = async (bytes: Uint8Array): Promise<string[]> =>
    (await checkFormats([{ name: 'reading/x.pdf', bytes }])).map(({ detail }) => detail)
  expect(await problems(archived)).toEqual([])
  expect(await problems(plain)).toEqual(['does not claim PDF/A-3a and PDF/UA-1'])
  expect(await problems(archived.subarray(0, archived.length / 2))).not.toEqual([])
})
