import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, readlink, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { StoreProblem } from './store-problem.js'

/** Where the runs that write lay down their claims. It is gone when nothing is under way. */
const claims = 'extensions/kanben-lock'
/** Milliseconds between two signs of life. */
const beat = 5000
/** Milliseconds without one after which a run of which nothing else can be known counts as dead. */
const silence = 60_000

/** A run that writes, as the name of its claim tells: `PID,START,MACHINE,UUID`. */
interface Claim {
  readonly name: string
  readonly pid: number
  /** Clock ticks from the machine's start to the process's; empty where the system does not tell. */
  readonly start: string
  readonly machine: string
}

/**
 * Keeps all other runs from writing into a store. Each lays down a claim of its own name and only then looks for others: of
 * two that come together at least one sees the other, gives way and tries again. A claim whose run is dead counts for nothing
 * and is taken away, so that a run that was killed blocks nobody. A run on this machine is dead when its process is;
 * on another (or where the system tells no starting times) when it has given no sign of life for a minute.
 *
 * @param patience milliseconds to wait for the others
 * @returns takes the claim away
 * @throws StoreProblem `busy` when another run still writes after that
 */
export async function lockStore(store: string, patience: number): Promise<() => Promise<void>> {
  const folder = path.join(store, claims)
  const until = Date.now() + patience
  for (;;) {
    const name = await lay(folder)
    const release = async (): Promise<void> => {
      await rm(path.join(folder, name), { force: true })
      await removeEmpty(folder)
      await removeEmpty(path.dirname(folder))
    }
    try {
      const other = await livingOther(folder, name)
      if (other === undefined) return keepAlive(path.join(folder, name), release)
      await release()
      if (Date.now() >= until) throw new StoreProblem('busy', path.join(folder, other))
    } catch (error) {
      await release()
      throw error
    }
    // At random, so that two do not give way to each other for ever.
    await delay(20 + Math.random() * 100)
  }
}

/** Lays down a claim; another run may take the empty folder away in between. */
async function lay(folder: string): Promise<string> {
  const start = (await startOf(process.pid)) ?? ''
  const name = [process.pid, start, await thisMachine(), randomUUID()].join(',')
  for (;;) {
    await mkdir(folder, { recursive: true })
    try {
      await writeFile(path.join(folder, name), '', { flag: 'wx' })
      return name
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

/** The claim of another run that is alive. Those of the dead are taken away. */
async function livingOther(folder: string, own: string): Promise<string | undefined> {
  const now = (await stat(path.join(folder, own))).mtimeMs // by the clock of whoever holds the store
  for (const name of await readdir(folder)) {
    if (name === own) continue
    const [pid = '', start = '', machine = ''] = name.split(',')
    if (await isAlive({ name: path.join(folder, name), pid: Number(pid), start, machine }, now)) return name
    await rm(path.join(folder, name), { force: true })
  }
  return undefined
}

async function isAlive({ name, pid, start, machine }: Claim, now: number): Promise<boolean> {
  if (machine === (await thisMachine())) {
    if (start !== '') return (await startOf(pid)) === start
    if (!isRunning(pid)) return false
  }
  const seen = await stat(name).catch(() => undefined)
  return seen !== undefined && now - seen.mtimeMs < silence
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Field 22 of `/proc/PID/stat` (proc_pid_stat(5)): with it a number that was given again is told apart. */
async function startOf(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The second field is a name in brackets, with spaces in it.
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19]
}

/** The host's name, and the space in which its process numbers hold: containers can have the same name. */
async function thisMachine(): Promise<string> {
  const space = await readlink('/proc/self/ns/pid').catch(() => '')
  return `${hostname()}${space}`.replaceAll(/[^\w.-]+/gu, '-')
}

function keepAlive(claim: string, release: () => Promise<void>): () => Promise<void> {
  const timer = setInterval(() => void writeFile(claim, '.', { flag: 'r+' }).catch(() => undefined), beat)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await release()
  }
}

async function removeEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error: unknown) => {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw error
  })
}
