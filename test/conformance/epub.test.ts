import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkEbook, packageEbook, type EbookOptions } from '../../src/ebook/index.js'
import { assemble } from '../../src/edition/index.js'
import { prepare } from '../../src/pipeline/prepare.js'
import { render, subsetFaces } from '../../src/theme/index.js'
import { specimen, specimenOptions } from '../unit/ebook/specimen.js'
import { epubCheck, epubCheckTs, hasJava } from './epub-judges.js'

/** The sample issue as the pipeline makes it, but without the pages of the print edition. */
async function sampleEbook(options: Partial<EbookOptions> = {}): Promise<Uint8Array> {
  const root = fileURLToPath(new URL('../../manuscript', import.meta.url))
  const { prepared } = await prepare(root, {
    clock: { sourceDateEpoch: 0, now: () => 0 },
    reporter: { stage: () => {}, detail: () => {} },
    signal: new AbortController().signal,
    browserPath: undefined,
  })
  if (prepared === undefined) throw new Error('the sample issue has errors')
  const { issue, theme, assets } = prepared
  const publication = render(theme, assemble(issue, { edition: 'ebook' }))
  const faces = await subsetFaces(theme, publication, assets)
  return packageEbook(publication, {
    css: theme.css.ebook,
    faces,
    assets,
    modified: new Date(0x6900_0000 * 1000),
    ...options,
  })
}

const books: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['specimen of every construct', () => packageEbook(specimen, specimenOptions())],
  ['specimen with notes for 多看', () => packageEbook(specimen, { ...specimenOptions(), duokan: true })],
  ['vertical specimen', () => packageEbook(specimen, { ...specimenOptions(), writingMode: 'vertical-rl' })],
  ['sample issue', sampleEbook],
]

describe.each(books)('the %s', (_, make) => {
  const book = make()

  test.skipIf(!hasJava)('passes EPUBCheck without a word', { timeout: 300_000 }, async () => {
    expect(await epubCheck(await book)).toEqual([])
  })

  test('passes epubcheck-ts without a word', async () => {
    expect(await epubCheckTs(await book)).toEqual([])
  })

  test('passes our own check', async () => {
    expect(checkEbook(await book)).toEqual([])
  })

  test('is under 1.5 MB', async () => {
    expect((await book).length).toBeLessThan(1.5e6)
  })
})
