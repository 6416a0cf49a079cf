import { rm } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { checkEbook, packageEbook } from '../../src/ebook/index.js'
import { specimen, specimenOptions } from '../unit/ebook/specimen.js'
import { buildSample } from '../browser/ebook/build-sample.js'
import { sampleFolder } from './sample-ebook.js'
import { writeStressIssue } from './stress-issue.js'
import { epubCheck, epubCheckTs, hasJava } from './epub-judges.js'

/** Built once, by the pipeline. */
let built: ReturnType<typeof buildSample> | undefined
const sample = () => (built ??= buildSample(sampleFolder))
let stressed: ReturnType<typeof buildSample> | undefined
const stress = () => (stressed ??= buildStress())

async function buildStress(): ReturnType<typeof buildSample> {
  const folder = await writeStressIssue()
  try {
    return await buildSample(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const books: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['specimen of every construct', () => packageEbook(specimen, specimenOptions())],
  ['specimen with notes for 多看', () => packageEbook(specimen, { ...specimenOptions(), duokan: true })],
  ['vertical specimen', () => packageEbook(specimen, { ...specimenOptions(), writingMode: 'vertical-rl' })],
  ['sample issue', async () => (await sample()).epub],
  ['vertical sample issue', async () => (await sample()).vertical],
  ['stress issue', async () => (await stress()).epub],
  ['vertical stress issue', async () => (await stress()).vertical],
]

describe.each(books)('the %s', (_, make) => {
  const book = make()

  test.skipIf(!hasJava)('passes EPUBCheck without a word', { timeout: 300_000 }, async () => {
    expect(await epubCheck(await book)).toEqual([])
  })

  test('passes epubcheck-ts without a word', { timeout: 300_000 }, async () => {
    expect(await epubCheckTs(await book)).toEqual([])
  })

  test('passes our own check', async () => {
    expect(checkEbook(await book)).toEqual([])
  })

  test('is under 1 MB', async () => {
    expect((await book).length).toBeLessThan(1e6)
  })
})
