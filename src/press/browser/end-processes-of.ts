import { readdirSync, readFileSync } from 'node:fs'

/**
 * Kills every process whose arguments name the folder, and waits until they are gone, at most half a second. A browser
 * and all its children are started with their profile's folder as an argument, and ours is named at random; so this
 * finds them even while the browser is only starting and nobody knows its process id. Does nothing but on Linux,
 * where `/proc` tells. Synchronous and never throws, for use while the process ends.
 */
export function endProcessesOf(folder: string): void {
  for (let tries = 0; tries < 50; tries += 1) {
    const found = processesOf(folder)
    if (found.length === 0) return
    for (const pid of found) kill(pid)
    pause(10)
  }
}

function processesOf(folder: string): number[] {
  if (process.platform !== 'linux') return []
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid && argumentsOf(pid).includes(folder))
  } catch {
    return []
  }
}

function argumentsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
