import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const main = path.join(root, 'dist/cli/main.js')

interface Running {
  readonly child: ChildProcess
  /** Stands in the environment of the program and of everything it starts. */
  readonly mark: string
  readonly ended: Promise<{ code: number | null; out: string; err: string }>
}

function kanben(...argv: string[]): Running {
  const mark = `KANBEN_TEST_MARK=${randomUUID()}`
  const [name = '', value = ''] = mark.split('=')
  const { CI: _ci, LANG: _lang, LC_ALL: _lcAll, ...env } = process.env
  const child = spawn(process.execPath, [main, ...argv], { env: { ...env, [name]: value } })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => (out += String(data)))
  child.stderr.on('data', (data) => (err += String(data)))
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out, err })
    })
  })
  return { child, mark, ended }
}

/** Processes whose environment has the mark, by command line. Linux only. */
async function marked(mark: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    try {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8')
      // A zombie has an empty command line.
      const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
      if (environment.includes(mark) && command !== '') found.push(command)
    } catch {
      // gone meanwhile, or not ours
    }
  }
  return found
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
    const { child, mark, ended } = kanben('build', path.join(root, 'manuscript'), '--out', out)
    await until(
      async () =>
        child.exitCode !== null || (await marked(mark)).some((command) => /chrom|headless/i.test(command)),
    )
    child.kill(signal)
    const result = await ended
    expect(result.err).toContain('Interrupted')
    expect(result.code).toBe(code)
    expect(await readdir(out)).toEqual([])
    await until(async () => (await marked(mark)).length === 0)
  })
})
