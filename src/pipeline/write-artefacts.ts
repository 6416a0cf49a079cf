import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Artefact, FolderArtefact } from '../issue/index.js'
import { stageFile, stageFolder, type StagedOutput } from './stage-output.js'

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
 * Writes folders and files beside their places and moves them there when all are whole, so that none appears when one cannot
 * be written. The report is taken away first and comes last: where it stands, everything beside it is of the same run.
 *
 * @throws the file system's error, after what lay beside the places is gone
 */
export async function writeArtefacts(
  folder: string,
  artefacts: readonly Artefact[],
  folders: readonly FolderArtefact[] = [],
): Promise<WrittenArtefact[]> {
  await mkdir(folder, { recursive: true })
  const reports = artefacts.filter(({ kind }) => kind === 'report')
  const others = artefacts.filter(({ kind }) => kind !== 'report')
  const placeOf = (name: string): string => path.join(folder, name)
  const staged: StagedOutput[] = []
  try {
    for (const { name, files } of folders) staged.push(await stageFolder(placeOf(name), files))
    for (const { name, bytes } of [...others, ...reports]) staged.push(await stageFile(placeOf(name), bytes))
    for (const { name } of reports) await rm(placeOf(name), { force: true })
    for (const output of staged) await output.settle()
  } finally {
    for (const output of staged) await output.clear()
  }
  const written = folders.map(({ kind, name, files }) => ({
    kind,
    name,
    path: placeOf(name),
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    sha256: folderDigest(files),
  }))
  const single = artefacts.map(({ kind, name, bytes }) => ({
    kind,
    name,
    path: placeOf(name),
    bytes: bytes.length,
    sha256: sha256(bytes),
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
