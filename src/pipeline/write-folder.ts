import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A folder's files, relative to it, with forward slashes. */
type Files = readonly { readonly name: string; readonly bytes: Uint8Array }[]

/**
 * Writes a folder beside its place and moves it there whole; what stood there is moved away first, and taken back by the
 * next run if this one is killed between the two.
 *
 * @throws the file system's error, after the unfinished folder is gone
 */
export async function writeFolder(place: string, files: Files): Promise<void> {
  await mendFolder(place)
  const mark = randomUUID()
  const part = sibling(place, mark, 'part')
  const old = sibling(place, mark, 'old')
  try {
    for (const { name, bytes } of files) {
      const file = path.join(part, ...name.split('/'))
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, bytes)
    }
    if (await exists(place)) await rename(place, old)
    await rename(part, place)
  } finally {
    await rm(part, { recursive: true, force: true })
  }
  await rm(old, { recursive: true, force: true })
}

/** Takes away what a killed run left beside a folder, and puts the former folder back if nothing stands in its place. */
export async function mendFolder(place: string): Promise<void> {
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
