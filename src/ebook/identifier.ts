import { createHash } from 'node:crypto'
import type { IssueMetadata } from '../issue/index.js'
import type { WritingMode } from './base-rules.js'

/** The name space of URLs (RFC 9562 §6.6). */
const nameSpace = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'

/**
 * UUID v5 (RFC 9562 §5.5) of the issue in one setting: the same for each revision of one issue, as EPUB 3.3 §5.5.3.1.1 asks of a
 * unique identifier; revisions differ in `dcterms:modified`.
 */
export function issueUuid(metadata: IssueMetadata, writingMode: WritingMode): string {
  const { periodical, id } = metadata
  const edition = writingMode === 'vertical-rl' ? '/vertical' : ''
  return uuidOf(`urn:kanben:${periodical.issn ?? periodical.cn ?? periodical.title}/${id}${edition}`)
}

function uuidOf(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(nameSpace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
  const bytes = hash.digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
