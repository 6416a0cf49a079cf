import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { digest, readFolder } from '../../src/archive/index.js'

const main = path.join(import.meta.dirname, '../../dist/bin/kanben.js')

/** A command that writes below a folder; the issue's date tells its runs apart. */
export interface WritingCommand {
  readonly name: string
  readonly argumentsFor: (issue: string, folder: string) => readonly string[]
}

export const writingCommands = {
  build: {
    name: 'build',
    argumentsFor: (issue, out) => ['build', issue, '--only', 'reading,ebook,web,archive', '--out', out],
  },
  archive: { name: 'archive', argumentsFor: (issue, out) => ['archive', issue, '--out', out] },
  into: { name: 'archive --into', argumentsFor: (issue, store) => ['archive', issue, '--into', store] },
} as const satisfies Readonly<Record<string, WritingCommand>>

/** Dates of the two kinds of runs, seconds since 1970. */
const dates = { old: 1_600_000_000, new: 1_700_000_000 } as const
export type Run = keyof typeof dates

/** Digests of the outputs by name: what stands directly in the output folder, hidden files left out. */
export type Outputs = ReadonlyMap<string, string>

/** Runs the command to its end. */
export async function runWhole(
  command: WritingCommand,
  issue: string,
  folder: string,
  run: Run,
): Promise<void> {
  const child = start(command, issue, folder, run)
  let said = ''
  child.stderr?.on('data', (data) => (said += String(data)))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(`${command.name} ended with ${child.exitCode}: ${said}`)
}

/**
 * Runs the command and kills it with SIGKILL.
 *
 * @param moment milliseconds after its start, or after it began to write
 * @returns whether it was killed before its end
 */
export async function runKilled(
  command: WritingCommand,
  issue: string,
  folder: string,
  run: Run,
  moment: { readonly after: 'start' | 'write'; readonly milliseconds: number },
): Promise<boolean> {
  await mkdir(folder, { recursive: true })
  const child = start(command, issue, folder, run)
  const ended = once(child, 'close')
  if (moment.after === 'write') {
    const watcher = watch(folder, { recursive: true })
    await Promise.race([once(watcher, 'change'), ended])
    watcher.close()
  }
  await Promise.race([delay(moment.milliseconds), ended])
  child.kill('SIGKILL')
  await ended
  return child.signalCode === 'SIGKILL'
}

function start({ argumentsFor }: WritingCommand, issue: string, folder: string, run: Run): ChildProcess {
  return spawn(process.execPath, [main, ...argumentsFor(issue, folder), '--quiet'], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(dates[run]) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/**
 * What is wrong with an output folder after a run was killed: whatever stands under its own name has to be a whole run's,
 * and all of one run where there is a report.
 */
export function outputProblems(found: Outputs, runs: readonly Outputs[]): string[] {
  const report = [...found.keys()].find((name) => name.endsWith('.report.json'))
  const problems = [...found]
    .filter(([name, sum]) => runs.every((run) => run.get(name) !== sum))
    .map(([name]) => `${name} is half-written`)
  const own = runs.filter((run) => report !== undefined && run.get(report) === found.get(report))
  if (report === undefined || own.some((run) => [...found].every(([name, sum]) => run.get(name) === sum)))
    return problems
  return [...problems, 'the report stands beside outputs of another run']
}

/** What is wrong with the versions of an object in a store, by its newest inventory. */
export async function storeProblems(store: string, id: string): Promise<string[]> {
  const object = path.join(store, id)
  const names = await readdir(store)
  const problems = names
    .filter((name) => !['0=ocfl_1.1', 'ocfl_layout.json', id].includes(name))
    .map((name) => `${name} is left over`)
  const bytes = await readFile(path.join(object, 'inventory.json'))
  const sidecar = await readFile(path.join(object, 'inventory.json.sha512'), 'utf8')
  if (!sidecar.startsWith(digest('sha512', bytes))) problems.push('the sidecar is not the inventory’s')
  const { manifest, head } = JSON.parse(bytes.toString()) as {
    readonly manifest: Record<string, string[]>
    readonly head: string
  }
  const listed = new Set<string>()
  for (const [sum, files] of Object.entries(manifest)) {
    for (const file of files) {
      listed.add(file)
      const content = await readFile(path.join(object, file)).catch(() => undefined)
      if (content === undefined || digest('sha512', content) !== sum) problems.push(`${file} is damaged`)
    }
  }
  for (const { name } of await readFolder(object)) {
    if (name.includes('/content/') && !listed.has(name)) problems.push(`${name} is in no inventory`)
  }
  const versions = (await readdir(object)).filter((name) => /^v\d+$/u.test(name))
  if (head !== `v${versions.length}`) problems.push(`${head} is the head of ${versions.length} versions`)
  return problems
}

/** What stands in a folder under names that do not begin with a dot. */
export async function outputsIn(folder: string): Promise<Outputs> {
  const files = new Map<string, string[]>()
  for (const { name, bytes } of await readFolder(folder)) {
    const [top = ''] = name.split('/')
    if (!top.startsWith('.'))
      files.set(top, [...(files.get(top) ?? []), `${name} ${digest('sha256', bytes)}`])
  }
  return new Map([...files].map(([name, lines]) => [name, digest('sha256', Buffer.from(lines.join('\n')))]))
}
