import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A folder's files, relative to it, with forward slashes. */
type Files = readonly { readonly name: string; readonly bytes: Uint8Array }[]

/** An output that lies whole beside its place. */
export interface StagedOutput {
  /** Moves it into its place, in one step for a file; a folder that stood there is moved away first. */
  readonly settle: () => Promise<void>
  /** Takes away what is left beside the place. */
  readonly clear: () => Promise<void>
}

/** Writes a file beside its place. */
export async function stageFile(place: string, bytes: Uint8Array): Promise<StagedOutput> {
  await mendOutput(place)
  const part = sibling(place, randomUUID(), 'part')
  const clear = (): Promise<void> => rm(part, { force: true })
  await clearUnlessDone(() => writeFile(part, bytes), clear)
  return { settle: () => rename(part, place), clear }
}

/** Writes a folder beside its place. What stands there is put back by the next run if this one is killed in between. */
export async function stageFolder(place: string, files: Files): Promise<StagedOutput> {
  await mendOutput(place)
  const mark = randomUUID()
  const part = sibling(place, mark, 'part')
  const old = sibling(place, mark, 'old')
  const clear = async (): Promise<void> => {
    await rm(part, { recursive: true, force: true })
    // The former folder goes only when another stands in its place.
    if (await exists(place)) await rm(old, { recursive: true, force: true })
    else if (await exists(old)) await rename(old, place)
  }
  await clearUnlessDone(async () => {
    for (const { name, bytes } of files) {
      const file = path.join(part, ...name.split('/'))
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, bytes)
    }
  }, clear)
  const settle = async (): Promise<void> => {
    if (await exists(place)) await rename(place, old)
    await rename(part, place)
  }
  return { settle, clear }
}

/** Takes away what a killed run left beside an output, and puts a former folder back if nothing stands in its place. */
export async function mendOutput(place: string): Promise<void> {
  const folder = path.dirname(place)
  const pattern = new RegExp(`^\\.${escaped(path.basename(place))}\\.[\\da-f-]{36}\\.(part|old)$`, 'u')
  for (const name of await readdir(folder).catch(() => [])) {
    const kind = pattern.exec(name)?.[1]
    if (kind === undefined) continue
    const left = path.join(folder, name)
    if (kind === 'old' && !(await exists(place))) await rename(left, place)
    else await rm(left, { recursive: true, force: true })
  }
}

async function clearUnlessDone(act: () => Promise<void>, clear: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    await clear()
    throw error
  }
}

function sibling(place: string, mark: string, end: 'part' | 'old'): string {
  return path.join(path.dirname(place), `.${path.basename(place)}.${mark}.${end}`)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  )
}
