import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Artefact } from '../issue/index.js'

/** A file as it stands in the output folder. */
export interface WrittenArtefact {
  readonly kind: Artefact['kind']
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/**
 * Writes all files beside their places and renames them when all are there, so that each appears whole or not at
 * all, and none appears when one cannot be written.
 *
 * @throws the file system's error, after the temporary files are gone
 */
export async function writeArtefacts(
  folder: string,
  artefacts: readonly Artefact[],
): Promise<WrittenArtefact[]> {
  await mkdir(folder, { recursive: true })
  const mark = randomUUID()
  const waiting = artefacts.map((artefact) => ({
    artefact,
    path: path.join(folder, artefact.name),
    temporary: path.join(folder, `.${artefact.name}.${mark}.part`),
  }))
  try {
    for (const { artefact, temporary } of waiting) await writeFile(temporary, artefact.bytes)
    for (const file of waiting) await rename(file.temporary, file.path)
  } finally {
    for (const { temporary } of waiting) await rm(temporary, { force: true })
  }
  return waiting.map(({ artefact, path: place }) => ({
    kind: artefact.kind,
    name: artefact.name,
    path: place,
    bytes: artefact.bytes.length,
    sha256: sha256(artefact.bytes),
  }))
}

/** Digest as `report.json` states it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
