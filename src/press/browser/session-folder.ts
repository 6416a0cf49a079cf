import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const pattern = /^kanben-(\d+)-/
const hour = 3_600_000

/**
 * A private temporary folder (mode 700) for one browser: its profile and the document that it prints. The name holds
 * our process id. Synchronous, so that no signal falls between its making and its being known.
 */
export function makeSessionFolder(): string {
  return mkdtempSync(join(tmpdir(), `kanben-${process.pid}-`))
}

/** Removes a session folder; never throws, so that it may run while the process ends. */
export function removeSessionFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 })
  } catch {
    // A browser that is just ending may still hold a file; the next start sweeps it.
  }
}

/**
 * Removes folders that a build left behind because it was killed outright (SIGKILL, power): their process is gone and
 * they are an hour old. The age guards folders of processes that we cannot see, as those in other containers.
 *
 * @param newest a session folder just made: its neighbours are swept, and ages are reckoned from it
 */
export function sweepSessionFolders(newest: string): void {
  const folder = dirname(newest)
  const now = statSync(newest).mtimeMs
  for (const name of list(folder)) {
    const owner = pattern.exec(name)?.[1]
    if (owner === undefined || isAlive(Number(owner))) continue
    const path = join(folder, name)
    if (isOursAndOld(path, now)) removeSessionFolder(path)
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isOursAndOld(path: string, now: number): boolean {
  try {
    const { uid, mtimeMs } = statSync(path)
    return uid === (process.getuid?.() ?? uid) && now - mtimeMs > hour
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
