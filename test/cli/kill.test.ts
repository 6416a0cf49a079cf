import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  outputProblems,
  outputsIn,
  runKilled,
  runWhole,
  storeProblems,
  writingCommands,
} from './killed-runs.js'

// `node bench/run.mjs kill` kills each command fifty times, at any moment of its run.

const root = await mkdtemp(path.join(tmpdir(), 'kanben-kill-'))
afterAll(() => rm(root, { recursive: true }))

const issue = path.join(import.meta.dirname, '../fixtures/tiny')
const { build, into } = writingCommands

test(
  'a build that is killed while it writes leaves whole outputs, and the next one leaves nothing else',
  { timeout: 300_000 },
  async () => {
    const place = path.join(root, 'build')
    await runWhole(build, issue, place, 'old')
    const old = await outputsIn(place)
    expect(await runKilled(build, issue, place, 'new', { after: 'write', milliseconds: 2 })).toBe(true)
    const left = await outputsIn(place)
    await runWhole(build, issue, place, 'new')
    const now = await outputsIn(place)
    expect(now).not.toEqual(old)
    expect((await readdir(place)).toSorted()).toEqual([...old.keys()].toSorted())
    expect(outputProblems(left, [old, now])).toEqual([])
    // What the check has to find.
    const [first = ''] = old.keys()
    expect(outputProblems(new Map([[first, 'half']]), [old, now])).toHaveLength(1)
    expect(outputProblems(new Map([...old, [first, now.get(first) ?? '']]), [old, now])).toHaveLength(1)
  },
)

test(
  'a store whose writer is killed has whole versions after the next run',
  { timeout: 300_000 },
  async () => {
    const store = path.join(root, 'store')
    await runWhole(into, issue, store, 'old')
    expect(await runKilled(into, issue, store, 'new', { after: 'write', milliseconds: 2 })).toBe(true)
    await runWhole(into, issue, store, 'new')
    expect(await storeProblems(store, 'tiny')).toEqual([])
    expect((await readdir(path.join(store, 'tiny'))).filter((name) => name.startsWith('v'))).toEqual([
      'v1',
      'v2',
    ])
  },
)
