import type { ArchiveFile } from '../archive-file.js'
import { digest, type Algorithm } from '../digest.js'

/** What is wrong with a bag. */
export interface BagProblem {
  readonly kind:
    | 'declaration' // bagit.txt is missing or says something else
    | 'manifest' // no manifest, or a line that cannot be read
    | 'missing' // a manifest names a file that is not there
    | 'added' // a payload file that a manifest does not name
    | 'changed' // a file's checksum is another
    | 'oxum' // Payload-Oxum does not agree
    | 'unsafe' // a name that would lead out of the bag
  readonly file: string
}

/** Completeness and validity of a BagIt 1.0 bag (RFC 8493 §3); empty when nothing is wrong. */
export function checkBag(files: readonly ArchiveFile[]): BagProblem[] {
  const byName = new Map(files.map((file) => [file.name, file]))
  const problems: BagProblem[] = []
  if (
    !/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/u.test(
      text(byName, 'bagit.txt') ?? '',
    )
  )
    problems.push({ kind: 'declaration', file: 'bagit.txt' })
  const manifests = files.filter(({ name }) => /^manifest-sha(?:256|512)\.txt$/u.test(name))
  if (manifests.length === 0) problems.push({ kind: 'manifest', file: 'manifest-sha512.txt' })
  const payload = files.filter(({ name }) => name.startsWith('data/'))
  for (const manifest of manifests) {
    const listed = readManifest(manifest, problems)
    checkFiles(listed, algorithmOf(manifest.name), byName, problems)
    for (const { name } of payload) if (!listed.has(name)) problems.push({ kind: 'added', file: name })
  }
  for (const manifest of files.filter(({ name }) => /^tagmanifest-sha(?:256|512)\.txt$/u.test(name))) {
    checkFiles(readManifest(manifest, problems), algorithmOf(manifest.name), byName, problems)
  }
  checkOxum(text(byName, 'bag-info.txt') ?? '', payload, problems)
  return unique(problems)
}

function text(files: ReadonlyMap<string, ArchiveFile>, name: string): string | undefined {
  const file = files.get(name)
  return file && new TextDecoder().decode(file.bytes)
}

function algorithmOf(name: string): Algorithm {
  return name.includes('sha256') ? 'sha256' : 'sha512'
}

function readManifest(manifest: ArchiveFile, problems: BagProblem[]): Map<string, string> {
  const listed = new Map<string, string>()
  for (const line of new TextDecoder().decode(manifest.bytes).split(/\r?\n|\r/u)) {
    if (line === '') continue
    const [, sum, written] = /^([\dA-Fa-f]+)[ \t]+\*?(.+)$/u.exec(line) ?? []
    if (sum === undefined || written === undefined) {
      problems.push({ kind: 'manifest', file: manifest.name })
      continue
    }
    const name = written
      .replace(/^\.\//u, '')
      .replaceAll(/%(0A|0D|25)/giu, (code) => decodeURIComponent(code))
    if (name.startsWith('/') || name.split('/').includes('..')) problems.push({ kind: 'unsafe', file: name })
    else if (listed.has(name)) problems.push({ kind: 'manifest', file: manifest.name })
    else listed.set(name, sum.toLowerCase())
  }
  return listed
}

function checkFiles(
  listed: ReadonlyMap<string, string>,
  algorithm: Algorithm,
  files: ReadonlyMap<string, ArchiveFile>,
  problems: BagProblem[],
): void {
  for (const [name, sum] of listed) {
    const file = files.get(name)
    if (file === undefined) problems.push({ kind: 'missing', file: name })
    else if (digest(algorithm, file.bytes) !== sum) problems.push({ kind: 'changed', file: name })
  }
}

function checkOxum(info: string, payload: readonly ArchiveFile[], problems: BagProblem[]): void {
  const stated = /^Payload-Oxum:\s*(\S+)\s*$/mu.exec(info)?.[1]
  if (stated === undefined) return
  const octets = payload.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (stated !== `${octets}.${payload.length}`) problems.push({ kind: 'oxum', file: 'bag-info.txt' })
}

function unique(problems: readonly BagProblem[]): BagProblem[] {
  const seen = new Map(problems.map((problem) => [`${problem.kind} ${problem.file}`, problem]))
  return [...seen.values()]
}
