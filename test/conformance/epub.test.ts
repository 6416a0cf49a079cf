import { basename, delimiter } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContainer } from '../../src/ebook/check/read-container.js'
import { checkEbook, packageEbook } from '../../src/ebook/index.js'
import { mutants } from '../unit/ebook/mutants.js'
import { writeContainer } from '../unit/ebook/write-container.js'
import { specimen, specimenFormulas, specimenOptions } from '../unit/ebook/specimen.js'
import { builtIssue, builtStressIssue } from '../built-issue.js'
import { sampleFolder } from './sample-ebook.js'
import { ace, hasAce } from './ace.js'
import { epubCheck, epubCheckTs, hasEpubCheck, type EpubCheckVersion } from './epub-judges.js'

/** The sample issue, and the folders that the environment adds. */
const folders = [
  sampleFolder,
  ...(process.env['KANBEN_ISSUES'] ?? '').split(delimiter).filter((folder) => folder !== ''),
]

const issues = new Map([
  ...folders.map((folder) => [basename(folder), () => builtIssue(folder)] as const),
  ['stress', builtStressIssue] as const,
])

const books: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['specimen of every construct', () => packageEbook(specimen, specimenOptions())],
  ['specimen with notes for 多看', () => packageEbook(specimen, { ...specimenOptions(), duokan: true })],
  [
    'specimen with pictures of formulas and an ONIX record',
    () => packageEbook(specimen, { ...specimenOptions(), formulas: specimenFormulas(), onix: true }),
  ],
  ['vertical specimen', () => packageEbook(specimen, { ...specimenOptions(), writingMode: 'vertical-rl' })],
  ...[...issues].flatMap(([name, built]) => [
    [`issue ${name}`, async () => (await built()).epub] as const,
    [`vertical issue ${name}`, async () => (await built()).vertical] as const,
  ]),
]

const made = new Map(books.map(([name, make]) => [name, make()]))

/** Two mutants go with the books: a judge that refuses neither was not asked. */
const faulty = ['doubled id', 'missing file']

async function judged(): Promise<Map<string, Uint8Array>> {
  const good = await Promise.all([...made].map(async ([name, book]) => [name, await book] as const))
  const entries = readContainer(await packageEbook(specimen, specimenOptions()))
  const bad = mutants
    .filter(({ name }) => faulty.includes(name))
    .map(({ name, change }) => [name, writeContainer(change(entries))] as const)
  return new Map([...good, ...bad])
}

test.skipIf(!hasEpubCheck).each(['5.3', '4.2.6'] satisfies EpubCheckVersion[])(
  'every book passes EPUBCheck %s without a word, every mutant does not',
  { timeout: 300_000 },
  async (version) => {
    const said = await epubCheck(version, await judged())
    expect(Object.fromEntries([...said].filter(([name]) => made.has(name)))).toEqual(
      Object.fromEntries([...made.keys()].map((name) => [name, []])),
    )
    for (const name of faulty) expect(said.get(name)?.join('\n')).toMatch(/^ERROR/m)
  },
)

describe.each(books)('the %s', (name) => {
  const book = async () => (await made.get(name)) ?? new Uint8Array()

  test('passes epubcheck-ts without a word', async () => {
    expect(await epubCheckTs(await book())).toEqual([])
  })

  test('passes our own check', async () => {
    expect(checkEbook(await book())).toEqual([])
  })

  test('is under 1 MB', async () => {
    expect((await book()).length).toBeLessThan(1e6)
  })

  // An issue that is set vertically has the same tree.
  if (name.startsWith('vertical issue')) return
  test.skipIf(!hasAce)('has no violation for Ace', { timeout: 300_000 }, async () => {
    expect(await ace(await book())).toEqual([])
  })
})

test('every drawing with text in the sample issue has its letters along, since a reader may have no Chinese font', async () => {
  const { epub } = (await issues.get(basename(sampleFolder))?.()) ?? {}
  const drawings = readContainer(epub ?? new Uint8Array())
    .filter(({ name }) => name.endsWith('.svg'))
    .map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }))
    .filter(({ text }) => text.includes('<text'))
  expect(drawings.length).toBeGreaterThan(10)
  expect(drawings.filter(({ text }) => !text.includes('@font-face{font-family:kb-hei;'))).toEqual([])
})

test.skipIf(!hasAce)('a picture without alternative text is one for Ace', { timeout: 60_000 }, async () => {
  const parts = specimen.parts.map((part) =>
    part.id === 'colophon' ? { ...part, content: { type: 'root' as const, children: [bareImage] } } : part,
  )
  const found = await ace(await packageEbook({ ...specimen, parts }, specimenOptions()))
  expect(found.join('\n')).toContain('colophon.xhtml image-alt')
})

const bareImage = {
  type: 'element' as const,
  tagName: 'img',
  properties: { src: 'figures/growth.svg' },
  children: [],
}
