import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { digest, keepInStore, readFolder, StoreProblem, textFile } from '../../../src/archive/index.js'
import { lockStore } from '../../../src/archive/store/lock-store.js'
import type { Artefact } from '../../../src/issue/index.js'
import { mendOutput } from '../../../src/pipeline/stage-output.js'
import { writeArtefacts } from '../../../src/pipeline/write-artefacts.js'
import { hasPython, python, pythonProgram } from '../../conformance/judges.js'

const root = await mkdtemp(join(tmpdir(), 'kanben-store-'))
afterAll(() => rm(root, { recursive: true }))

const note = {
  created: '2026-11-01T00:00:00Z',
  message: 'test',
  user: { name: 'x', address: 'mailto:x@example.org' },
}

test('versions are kept, and what has not changed is not written again', async () => {
  const store = join(root, 'versions')
  const [same, one, two] = [textFile('same 同', 's'), textFile('a', '1'), textFile('a', '2')]
  expect(await keepInStore(store, 'x', [same, one], note)).toMatchObject({ version: 'v1', added: true })
  const before = await readFolder(join(store, 'x', 'v1'))
  expect(await keepInStore(store, 'x', [one, same], note)).toMatchObject({ version: 'v1', added: false })
  expect(await keepInStore(store, 'x', [same, two], note)).toMatchObject({ version: 'v2', added: true })
  expect(await readFolder(join(store, 'x', 'v1'))).toEqual(before)
  expect((await readFolder(join(store, 'x', 'v2', 'content'))).map(({ name }) => name)).toEqual(['a'])
  expect(await keepInStore(store, 'x', [same, one], note)).toMatchObject({ version: 'v3', added: true })
  expect(await readdir(join(store, 'x', 'v3'))).toEqual(['inventory.json', 'inventory.json.sha512'])
})

test('a folder with other things in it is no store', async () => {
  const store = join(root, 'foreign')
  await mkdir(store)
  await writeFile(join(store, 'letter.txt'), 'dear')
  await expect(keepInStore(store, 'x', [], note)).rejects.toBeInstanceOf(StoreProblem)
  expect(await readdir(store)).toEqual(['letter.txt'])
})

test('a damaged inventory is refused and not written over', async () => {
  const store = join(root, 'damaged')
  await keepInStore(store, 'x', [textFile('a', '1')], note)
  await writeFile(join(store, 'x', 'v1', 'inventory.json'), '{}')
  await expect(keepInStore(store, 'x', [textFile('a', '2')], note)).rejects.toBeInstanceOf(StoreProblem)
})

test('runs that write into one store at a time follow each other', async () => {
  const store = join(root, 'together')
  const given = await Promise.all(
    ['a', 'b', 'c', 'd'].map((text) => keepInStore(store, 'x', [textFile('a', text)], note)),
  )
  expect(given.map(({ version }) => version).toSorted()).toEqual(['v1', 'v2', 'v3', 'v4'])
  await expectWhole(join(store, 'x'), 'v4')
  expect((await readdir(store)).toSorted()).toEqual(['0=ocfl_1.1', 'ocfl_layout.json', 'x'])
})

test('a run that cannot wait for another is told which, and leaves nothing', async () => {
  const store = join(root, 'busy')
  const unlock = await lockStore(store, 0)
  await expect(keepInStore(store, 'x', [], note, 100)).rejects.toMatchObject({
    kind: 'busy',
    place: expect.stringContaining(join('extensions', 'kanben-lock', `${process.pid},`)) as string,
  })
  await unlock()
  expect(await readdir(store)).toEqual([])
  expect(await keepInStore(store, 'x', [], note, 0)).toMatchObject({ version: 'v1' })
})

// Elsewhere no starting times of processes are told.
describe.skipIf(process.platform !== 'linux')('a claim that was left behind', () => {
  test.each<[string, (own: readonly string[]) => readonly string[], secondsAgo: number, blocks: boolean]>([
    ['by a living process', (own) => own, 3600, true],
    ['by a process that is no more', ([, ...rest]) => [String(2 ** 22 + 1), ...rest], 0, false],
    ['by another process with the same number', ([pid = '', , ...rest]) => [pid, '1', ...rest], 0, false],
    ['on another machine a moment ago', ([pid = '', start = '']) => [pid, start, 'other'], 1, true],
    ['on another machine two minutes ago', ([pid = '', start = '']) => [pid, start, 'other'], 120, false],
  ])('%s', async (name, change, secondsAgo, blocks) => {
    const folder = join(root, name, 'extensions', 'kanben-lock')
    const unlock = await lockStore(join(root, name), 0)
    const [own = ''] = await readdir(folder)
    await unlock()
    await mkdir(folder, { recursive: true })
    const left = join(folder, [...change(own.split(',').slice(0, 3)), 'left'].join(','))
    await writeFile(left, '')
    const then = Date.now() / 1000 - secondsAgo
    await utimes(left, then, then)
    const locked = lockStore(join(root, name), 0)
    if (blocks) await expect(locked).rejects.toMatchObject({ kind: 'busy', place: left })
    else await (await locked)()
    expect(await readdir(folder).catch(() => [])).toHaveLength(blocks ? 1 : 0)
  })
})

const child = fileURLToPath(new URL('write-until-killed.mjs', import.meta.url))

test(
  'killed fifty times, outputs and store are whole, and the next run takes away what was left',
  { timeout: 300_000 },
  async () => {
    const lanes = await Promise.all(
      [0, 1, 2, 3, 4].map((lane) => killTenTimes(join(root, `lane-${lane}`), lane)),
    )
    expect(lanes.flat()).toContain('part') // some were killed while they wrote
  },
)

/** Gives the kinds of what was left beside the outputs. */
async function killTenTimes(lane: string, number: number): Promise<string[]> {
  const store = join(lane, 'store')
  const folder = join(lane, 'output')
  const leftovers: string[] = []
  for (let round = 0; round < 10; round += 1) {
    const writer = spawn(process.execPath, [child, store, folder, String(round * 1000)])
    await once(writer.stdout, 'data') // one whole turn at least
    await setTimeout(((round * 5 + number) * 7) % 60)
    writer.kill('SIGKILL')
    await once(writer, 'close')

    leftovers.push(...(await expectOutputsWhole(folder)))
    const next = textFile('data/round', String(round))
    await writeArtefacts(folder, artefacts(String(round)), [
      { kind: 'archive', name: 'x-archive', files: [next] },
    ])
    expect(await readdir(folder)).toEqual(['x-archive', 'x.epub', 'x.pdf', 'x.report.json'])

    const { version } = await keepInStore(store, 'one', [next], note)
    await expectWhole(join(store, 'one'), version)
    expect((await readdir(store)).toSorted()).toEqual(['0=ocfl_1.1', 'ocfl_layout.json', 'one'])
  }
  if (hasPython) {
    const { ok, said } = python([pythonProgram('ocfl-root.py'), 'validate', '--root', store])
    expect({ ok, errors: said.match(/\bE\d{3}.*/gu) }).toEqual({ ok: true, errors: null })
  }
  return leftovers
}

test('a folder that was moved away when its run was killed comes back', async () => {
  const folder = join(root, 'moved')
  const mark = '00000000-0000-4000-8000-000000000000'
  await mkdir(join(folder, `.x-web.${mark}.old`), { recursive: true })
  await mkdir(join(folder, `.x-web.${mark}.part`))
  await writeFile(join(folder, `.x-web.${mark}.old`, 'index.html'), 'former')
  await mendOutput(join(folder, 'x-web'))
  expect(await readdir(folder)).toEqual(['x-web'])
  expect(await readFile(join(folder, 'x-web', 'index.html'), 'utf8')).toBe('former')
})

test('when one output cannot be written, none appears and the former ones stay', async () => {
  const folder = join(root, 'stuck')
  await writeArtefacts(folder, artefacts('1'), [])
  const impossible = [
    { kind: 'web', name: 'x-web', files: [textFile('a', ''), textFile('a/b', '')] },
  ] as const
  await expect(writeArtefacts(folder, artefacts('2'), impossible)).rejects.toThrow(/ENOTDIR|EEXIST/u)
  expect(await readdir(folder)).toEqual(['x.epub', 'x.pdf', 'x.report.json'])
  expect(await readFile(join(folder, 'x.pdf'), 'utf8')).toBe('1')
})

function artefacts(text: string): Artefact[] {
  const bytes = Buffer.from(text)
  return [
    { kind: 'report', name: 'x.report.json', bytes },
    { kind: 'reading', name: 'x.pdf', bytes },
    { kind: 'ebook', name: 'x.epub', bytes },
  ]
}

/** Whatever stands under its own name is whole, and of the report's run when there is a report; gives what else is there. */
async function expectOutputsWhole(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const texts: string[] = []
  for (const name of ['x.pdf', 'x.epub']) {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n')
    if (lines.length > 1) expect(lines).toHaveLength(20_001)
    texts.push(lines[0] ?? '')
  }
  if (names.includes('x-archive')) {
    const files = await readFolder(join(folder, 'x-archive'))
    const firsts = files.map(({ bytes }) => new TextDecoder().decode(bytes).split('\n')[0] ?? '')
    if (files.length !== 1) expect(files).toHaveLength(12)
    texts.push(...firsts)
  } else expect(names.filter((name) => name.endsWith('.old'))).toHaveLength(1)
  if (names.includes('x.report.json')) {
    const [run] = (await readFile(join(folder, 'x.report.json'), 'utf8')).split('\n')
    if (names.includes('x-archive')) expect(new Set(texts)).toEqual(new Set([run]))
  }
  return names.flatMap((name) => /\.(part|old)$/u.exec(name)?.[1] ?? [])
}

/** The inventory is the newest version's, and every file that it names is there with its digest. */
async function expectWhole(object: string, version: string): Promise<void> {
  const inventory = await readFile(join(object, 'inventory.json'))
  expect(await readFile(join(object, 'inventory.json.sha512'), 'utf8')).toBe(
    `${digest('sha512', inventory)}  inventory.json\n`,
  )
  const { head, manifest } = JSON.parse(inventory.toString()) as {
    head: string
    manifest: Record<string, string[]>
  }
  expect(head).toBe(version)
  for (const [sum, paths] of Object.entries(manifest)) {
    for (const path of paths) expect(digest('sha512', await readFile(join(object, path)))).toBe(sum)
  }
}
