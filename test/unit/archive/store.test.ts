import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { digest, keepInStore, readFolder, StoreProblem, textFile } from '../../../src/archive/index.js'
import { mendFolder } from '../../../src/pipeline/write-folder.js'
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

const child = fileURLToPath(new URL('write-until-killed.mjs', import.meta.url))

test(
  'killed fifty times, store and folder are whole after every next run',
  { timeout: 300_000 },
  async () => {
    const store = join(root, 'killed')
    const folder = join(root, 'output', 'x-archive')
    await mkdir(join(root, 'output'))
    for (let round = 0; round < 50; round += 1) {
      const writer = spawn(process.execPath, [child, store, folder, String(round * 1000)])
      await once(writer.stdout, 'data') // one whole turn at least
      await setTimeout((round * 7) % 60)
      writer.kill('SIGKILL')
      await once(writer, 'close')

      await mendFolder(folder)
      const texts = (await readFolder(folder)).map(
        ({ bytes }) => new TextDecoder().decode(bytes).split('\n')[0],
      )
      expect(texts).toHaveLength(12)
      expect(new Set(texts).size).toBe(1)
      expect(await readdir(join(root, 'output'))).toEqual(['x-archive'])

      const { version } = await keepInStore(store, 'one', [textFile('data/round', String(round))], note)
      await expectWhole(join(store, 'one'), version)
      expect((await readdir(store)).toSorted()).toEqual(['0=ocfl_1.1', 'ocfl_layout.json', 'one'])
    }
    if (!hasPython) return
    const { ok, said } = python([pythonProgram('ocfl-root.py'), 'validate', '--root', store])
    expect({ ok, errors: said.match(/\bE\d{3}.*/gu) }).toEqual({ ok: true, errors: null })
  },
)

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
