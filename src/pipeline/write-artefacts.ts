import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Artefact, FolderArtefact } from '../issue/index.js'
import { writeFolder } from './write-folder.js'

/** A file or folder as it stands in the output folder. */
export interface WrittenArtefact {
  readonly kind: Artefact['kind'] | FolderArtefact['kind']
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/**
 * Writes folders, then all files, beside their places and renames them when all are there, so that each appears whole or not at
 * all, and none appears when one cannot be written.
 *
 * @throws the file system's error, after the temporary files are gone
 */
export async function writeArtefacts(
  folder: string,
  artefacts: readonly Artefact[],
  folders: readonly FolderArtefact[] = [],
): Promise<WrittenArtefact[]> {
  await mkdir(folder, { recursive: true })
  const mark = randomUUID()
  const waiting = artefacts.map((artefact) => ({
    artefact,
    path: path.join(folder, artefact.name),
    temporary: path.join(folder, `.${artefact.name}.${mark}.part`),
  }))
  for (const { name, files } of folders) await writeFolder(path.join(folder, name), files)
  try {
    for (const { artefact, temporary } of waiting) await writeFile(temporary, artefact.bytes)
    for (const file of waiting) await rename(file.temporary, file.path)
  } finally {
    for (const { temporary } of waiting) await rm(temporary, { force: true })
  }
  const written = folders.map(({ kind, name, files }) => ({
    kind,
    name,
    path: path.join(folder, name),
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    sha256: folderDigest(files),
  }))
  const single = waiting.map(({ artefact, path: place }) => ({
    kind: artefact.kind,
    name: artefact.name,
    path: place,
    bytes: artefact.bytes.length,
    sha256: sha256(artefact.bytes),
  }))
  return [...single, ...written]
}

/** Digest of a folder: that of the lines `DIGEST  NAME` of its files in the order of their names, as `sha256sum` prints them. */
export function folderDigest(files: FolderArtefact['files']): string {
  const lines = files.map(({ name, bytes }) => ({ name, line: `${sha256(bytes)}  ${name}\n` }))
  const sorted = lines.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return sha256(new TextEncoder().encode(sorted.map(({ line }) => line).join('')))
}

/** Digest as `report.json` states it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
