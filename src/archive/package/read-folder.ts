import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ArchiveFile } from '../archive-file.js'

/** Every plain file below a folder. Links are not followed: they would lead out of it. */
export async function readFolder(folder: string): Promise<ArchiveFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
  const files: ArchiveFile[] = []
  for (const name of names) files.push({ name, bytes: await readFile(path.join(folder, name)) })
  return files
}
