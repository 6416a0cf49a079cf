import { inflateRawSync, crc32 } from 'node:zlib'
import type { ArchiveFile } from '../archive-file.js'
import { UnreadableArchive } from './unreadable-archive.js'

/**
 * Files of a ZIP, stored or deflated, by its central directory.
 *
 * @throws UnreadableArchive when it is cut off, damaged, or uses what we do not read
 */
export function readZip(archive: Uint8Array): ArchiveFile[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  try {
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    if (end < 0) throw new UnreadableArchive('no end of the directory')
    let at = bytes.readUInt32LE(end + 16)
    return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
      const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
      const file = { name, bytes: readEntry(bytes, at, name) }
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
      return file
    }).filter(({ name }) => !name.endsWith('/'))
  } catch (error) {
    if (error instanceof UnreadableArchive) throw error
    throw new UnreadableArchive('damaged', { cause: error })
  }
}

function readEntry(bytes: Buffer, at: number, name: string): Uint8Array {
  if (bytes.readUInt32LE(at) !== 0x02014b50) throw new UnreadableArchive('damaged directory')
  const method = bytes.readUInt16LE(at + 10)
  const size = bytes.readUInt32LE(at + 24)
  const local = bytes.readUInt32LE(at + 42)
  if (bytes.readUInt32LE(local) !== 0x04034b50) throw new UnreadableArchive(`damaged entry ${name}`)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
  if (method !== 0 && method !== 8) throw new UnreadableArchive(`compression ${method} of ${name}`)
  const plain = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: size })
  if (plain.length !== size || crc32(plain) !== bytes.readUInt32LE(at + 16))
    throw new UnreadableArchive(`checksum of ${name}`)
  return plain
}
