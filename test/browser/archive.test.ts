import { appendFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { readPackage, textFile, writeBag, writeZip, type ArchiveFile } from '../../src/archive/index.js'
import type { BuildRecord } from '../../src/pipeline/build-record.js'
import { archive, verify } from '../../src/pipeline/index.js'
import { producer } from '../../src/pipeline/producer.js'
import type { Context } from '../../src/issue/index.js'

const folder = await mkdtemp(join(tmpdir(), 'kanben-archive-'))
afterAll(() => rm(folder, { recursive: true }))

const context: Context = {
  clock: { sourceDateEpoch: undefined, now: () => 0 },
  reporter: { stage: () => {}, detail: () => {} },
  signal: new AbortController().signal,
  browserPath: undefined,
}

/** Names of pictures that disks, packages and readers of BagIt trip over, each as long as the disk lets it be. */
const pictures = [
  '图 一 50%.svg',
  'Twin.svg',
  'twin.svg',
  'con.svg',
  `${'很长的名字'.repeat(16)}.svg`,
  "a&b'c.svg",
]

/** The issue that has every construct, in a folder and with files of awkward names. */
async function awkwardIssue(): Promise<string> {
  const root = join(folder, 'issue 一')
  await cp(fileURLToPath(new URL('../fixtures/record/everything', import.meta.url)), root, {
    recursive: true,
  })
  // A per cent sign in a name is legal on disk and in a manuscript, and changed in the bag.
  await rename(join(root, '02-另一篇 100％.md'), join(root, '02-另一篇 100%.md'))
  for (const name of ['issue.yaml', '01-all.md']) {
    const text = await readFile(join(root, name), 'utf8')
    await writeFile(
      join(root, name),
      text.replaceAll('02-另一篇%20100％.md', '02-另一篇%20100%25.md').replaceAll('100％', '100%'),
    )
  }
  for (const [index, name] of pictures.entries()) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="${10 + index}"><path d="M0 0h9v9z"/></svg>`
    await writeFile(join(root, 'figures', name), svg)
    const address = encodeURIComponent(name)
    await appendFile(join(root, '02-另一篇 100%.md'), `\n![图${index}](figures/${address} "题${index}")\n`)
  }
  return root
}

test(
  'an issue with awkward names is archived, built again to the same bytes, and every change is found',
  { timeout: 300_000 },
  async () => {
    const root = await awkwardIssue()
    const made = await archive({ root, outDir: folder, format: 'zip', withPress: true }, context)
    expect(made.files.flatMap((file) => file.messages.filter(({ fatal }) => fatal).map(String))).toEqual([])
    const bag = join(folder, 'everything-2026-11-archive.zip')
    const first = await readFile(bag)
    const sound = await verify({ bag }, context)
    expect(sound).toMatchObject({
      ok: true,
      bag: [],
      formats: [],
      rebuild: { differing: [], changes: [], failed: false },
    })

    const files = await readPackage(bag)
    expect(files.map(({ name }) => name)).toContain('data/press/everything-2026-11-press.pdf')
    expect(textOf(files, 'data/README.md')).toContain('press/everything-2026-11-press.pdf')
    const record = JSON.parse(textOf(files, 'data/build.json')) as BuildRecord // written by us
    expect(Object.values(record.renamed).toSorted()).toEqual(
      [
        '02-另一篇 100%.md',
        ...pictures
          .toSpliced(5, 1)
          .toSpliced(1, 1)
          .map((name) => `figures/${name}`),
      ].toSorted(),
    )
    // The same in twos: no two pictures became one.
    const pictured = files.filter(({ name }) => name.startsWith('data/manuscript/figures/'))
    expect(new Set(pictured.map(({ name }) => name.toLowerCase())).size).toBe(pictures.length + 1)

    const changed = files.map((file) =>
      file.name === 'data/web/index.html'
        ? { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(' ')]) }
        : file,
    )
    await writeFile(bag, writeZip('x', changed, 0))
    expect(await verify({ bag }, context)).toMatchObject({
      ok: false,
      bag: expect.arrayContaining([{ kind: 'changed', file: 'data/web/index.html' }]),
      rebuild: undefined,
    })
    await writeFile(bag, first.subarray(0, 1000))
    expect(await verify({ bag }, context)).toMatchObject({ ok: false, unreadable: expect.any(String) })

    await writeFile(bag, writeZip('x', madeByOlder(files, record), 0))
    expect(await verify({ bag }, context)).toMatchObject({
      ok: false,
      bag: [],
      formats: [],
      rebuild: {
        archivedBy: 'Kanben 0.0.9',
        builtBy: producer,
        differing: [
          { file: 'README.md', kind: 'changed', line: 3 },
          { file: 'web/notice.txt', kind: 'missing' },
          { file: 'records/citations.txt', kind: 'added' },
        ],
        changes: [
          { part: 'program', archived: 'Kanben 0.0.9', now: producer },
          { part: 'browser', archived: 'HeadlessChrome/99.0.0.0', now: record.environment.browser },
          { part: 'font', archived: record.fonts[0]?.file, now: record.fonts[0]?.file },
        ],
      },
    })
  },
)

/** A whole bag as an older program would have made it: another README, one file more and one less. */
function madeByOlder(files: readonly ArchiveFile[], record: BuildRecord): ArchiveFile[] {
  const older = {
    ...record,
    producer: 'Kanben 0.0.9',
    environment: { ...record.environment, browser: 'HeadlessChrome/99.0.0.0' },
    fonts: record.fonts.map((font) =>
      font.file === record.fonts[0]?.file ? { ...font, sha256: '0'.repeat(64) } : font,
    ),
  }
  const readme = textOf(files, 'data/README.md').replace('packed for keeping', 'packed away')
  const payload = files
    .filter(({ name }) => name.startsWith('data/') && name !== 'data/records/citations.txt')
    .map(({ name, bytes }) => ({ name: name.slice('data/'.length), bytes }))
    .map((file) => (file.name === 'build.json' ? textFile(file.name, JSON.stringify(older)) : file))
    .map((file) => (file.name === 'README.md' ? textFile(file.name, readme) : file))
  return writeBag([...payload, textFile('web/notice.txt', 'x')], [])
}

function textOf(files: readonly ArchiveFile[], name: string): string {
  return new TextDecoder().decode(files.find((file) => file.name === name)?.bytes)
}

test('press files stay out unless they are asked for', { timeout: 300_000 }, async () => {
  const root = fileURLToPath(new URL('../fixtures/tiny', import.meta.url))
  const { artefacts } = await archive({ root, outDir: folder, format: 'folder' }, context)
  const names = (await readPackage(artefacts[0]?.path ?? '')).map(({ name }) => name)
  expect(names).toContain('data/reading/tiny.pdf')
  expect(names.filter((name) => name.includes('press'))).toEqual([])
})
