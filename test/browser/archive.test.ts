import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { readPackage, writeZip } from '../../src/archive/index.js'
import { archive, verify } from '../../src/pipeline/index.js'
import type { Context } from '../../src/issue/index.js'

const folder = await mkdtemp(join(tmpdir(), 'kanben-archive-'))
afterAll(() => rm(folder, { recursive: true }))

const context: Context = {
  clock: { sourceDateEpoch: undefined, now: () => 0 },
  reporter: { stage: () => {}, detail: () => {} },
  signal: new AbortController().signal,
  browserPath: undefined,
}

test(
  'an issue with awkward names is archived, built again to the same bytes, and every change is found',
  { timeout: 300_000 },
  async () => {
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
    const made = await archive({ root, outDir: folder, format: 'zip' }, context)
    expect(made.files.flatMap((file) => file.messages.filter(({ fatal }) => fatal).map(String))).toEqual([])
    const bag = join(folder, 'everything-2026-11-archive.zip')
    const first = await readFile(bag)
    const sound = await verify({ bag }, context)
    expect(sound).toMatchObject({ ok: true, bag: [], formats: [], rebuild: { differing: [], failed: false } })

    await archive({ root, outDir: folder, format: 'zip' }, context)
    expect(Buffer.compare(await readFile(bag), first)).toBe(0)

    const files = await readPackage(bag)
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
  },
)
