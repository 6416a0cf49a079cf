import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

/** Builds the issue as the command line does; gives the contents of what it made, by name. */
async function build(folder: string, timeZone: string): Promise<Map<string, Buffer>> {
  const out = await mkdtemp(path.join(tmpdir(), 'kanben-same-'))
  onTestFinished(() => rm(out, { recursive: true, force: true }))
  await run(
    process.execPath,
    [path.join(root, 'dist/bin/kanben.js'), 'build', folder, '--out', out, '--quiet'],
    {
      env: { ...process.env, TZ: timeZone, LANG: timeZone === 'UTC' ? 'en_US.UTF-8' : 'zh_CN.UTF-8' },
    },
  )
  const names = await readdir(out)
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(out, name))] as const)),
  )
}

test('the same issue gives the same bytes in another folder, time zone and language', async () => {
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'kanben-刊本 copy-'))
  onTestFinished(() => rm(elsewhere, { recursive: true, force: true }))
  await cp(path.join(root, 'manuscript'), elsewhere, { recursive: true })
  const first = await build(path.join(root, 'manuscript'), 'UTC')
  const second = await build(elsewhere, 'Asia/Shanghai')
  expect([...second.keys()]).toEqual([...first.keys()])
  expect(first.size).toBeGreaterThan(2)
  for (const [name, bytes] of first) expect(second.get(name)?.equals(bytes), name).toBe(true)
}, 300_000)
