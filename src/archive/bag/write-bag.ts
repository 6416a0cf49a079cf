import { byName, textFile, type ArchiveFile } from '../archive-file.js'
import { digest, type Algorithm } from '../digest.js'

/** Elements of `bag-info.txt` in order (RFC 8493 §2.2.2). */
export type BagInfo = readonly (readonly [label: string, value: string | undefined])[]

const algorithms: readonly Algorithm[] = ['sha256', 'sha512']

/**
 * All files of a BagIt 1.0 bag (RFC 8493) with manifests in SHA-256 and SHA-512. Same payload and info, same bytes.
 *
 * @param payload names below `data/`, see `portableNames`
 * @throws {Error} on names that a manifest would have to encode
 */
export function writeBag(payload: readonly ArchiveFile[], info: BagInfo): ArchiveFile[] {
  const data = byName(payload.map(({ name, bytes }) => ({ name: `data/${name}`, bytes })))
  const awkward = data.find(({ name }) => /[%\r\n]/u.test(name))
  if (awkward) throw new Error(`bag: ${awkward.name} is no portable name`)
  const octets = data.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const lines = [...info, ['Payload-Oxum', `${octets}.${data.length}`] as const].flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [`${label}: ${value.replaceAll(/\s+/gu, ' ')}\n`],
  )
  const tags = [
    textFile('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    textFile('bag-info.txt', lines.join('')),
    ...algorithms.map((algorithm) => manifest('manifest', algorithm, data)),
  ]
  return byName([
    ...data,
    ...tags,
    ...algorithms.map((algorithm) => manifest('tagmanifest', algorithm, tags)),
  ])
}

function manifest(
  kind: 'manifest' | 'tagmanifest',
  algorithm: Algorithm,
  files: readonly ArchiveFile[],
): ArchiveFile {
  const lines = byName(files).map(({ name, bytes }) => `${digest(algorithm, bytes)}  ${name}\n`)
  return textFile(`${kind}-${algorithm}.txt`, lines.join(''))
}
