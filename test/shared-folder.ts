import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run; its test files share in it what takes long to make (`shared.ts`). */
    readonly sharedFolder: string
  }
}

/** Gives the run a folder, and removes it in the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kanben-shared-'))
  project.provide('sharedFolder', folder)
  return () => rm(folder, { recursive: true, force: true })
}
