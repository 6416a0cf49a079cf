import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const main = path.join(root, 'dist/bin/kanben.js')

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<{ code: number | null; out: string; err: string }>
}

function kanben(...argv: string[]): Running {
  const { CI: _ci, LANG: _lang, LC_ALL: _lcAll, ...env } = process.env
  const child = spawn(process.execPath, [main, ...argv], { env })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => (out += String(data)))
  child.stderr.on('data', (data) => (err += String(data)))
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out, err })
    })
  })
  return { child, ended }
}

interface ProcessFacts {
  readonly parent: number
  /** Process id and start time: ids are used again. */
  readonly identity: string
  readonly command: string
}

/** All living processes by id. Linux only. */
async function processes(): Promise<Map<number, ProcessFacts>> {
  const found = new Map<number, ProcessFacts>()
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
      const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (state === 'Z') continue
      const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
      found.set(Number(pid), { parent: Number(parent), identity: `${pid}@${rest[17]}`, command })
    } catch {
      // gone meanwhile
    }
  }
  return found
}

/** The processes that a process has started, and those that these have. */
async function descendants(pid: number): Promise<ProcessFacts[]> {
  const all = await processes()
  return [...all].flatMap(([each, facts]) => {
    for (let above = each; all.has(above); above = all.get(above)?.parent ?? 0) {
      if (all.get(above)?.parent === pid) return [facts]
    }
    return []
  })
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(10)
}

describe('The program', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(await kanben('--version').ended).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it.each([
    [['check', path.join(root, 'test/fixtures/bad-input/wrong-types')], 1, /metadata-value/],
    [['check', path.join(root, 'nowhere')], 1, /issue-folder-exists/],
    [['chekc'], 2, /Did you mean check\?/],
  ])('ends %j with %d', async (argv, code, words) => {
    const result = await kanben(...argv).ended
    expect(result.err).toMatch(words)
    expect(result.code).toBe(code)
  })

  it('does not fall over a reader that has seen enough', async () => {
    const { child, ended } = kanben('check', path.join(root, 'test/fixtures/bad-input/wrong-types'), '--json')
    child.stdout?.destroy()
    const { code, err } = await ended
    expect({ code, err }).toEqual({ code: 1, err: '' })
  })
})

describe.skipIf(process.platform !== 'linux')('An interrupt', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends with %d and leaves no browser and no file', async (signal, code) => {
    const out = await mkdtemp(path.join(tmpdir(), 'kanben-test-'))
    onTestFinished(() => rm(out, { recursive: true, force: true }))
    const { child, ended } = kanben('build', path.join(root, 'manuscript'), '--out', out)
    let started: ProcessFacts[] = []
    await until(async () => {
      started = await descendants(child.pid ?? 0)
      return child.exitCode !== null || started.some(({ command }) => /chrom|headless/i.test(command))
    })
    child.kill(signal)
    const result = await ended
    expect(result.err).toContain('Interrupted')
    expect(result.code).toBe(code)
    expect(await readdir(out)).toEqual([])
    const identities = new Set(started.map(({ identity }) => identity))
    await until(async () =>
      [...(await processes()).values()].every(({ identity }) => !identities.has(identity)),
    )
  })
})
