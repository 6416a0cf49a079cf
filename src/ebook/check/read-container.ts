import { inflateRawSync } from 'node:zlib'

/** One entry of a ZIP file, in the order of the file. */
export interface Entry {
  readonly name: string
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number
  /** Uncompressed. */
  readonly bytes: Uint8Array
}

/**
 * Reads a ZIP file by its central directory (APPNOTE 4.3.12), entries sorted by their place in the file. Libraries that
 * return entries by name hide what this is for: the order, the compression, and two entries of one name.
 *
 * @throws {Error} if the bytes are no ZIP file
 */
export function readContainer(bytes: Uint8Array): Entry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error('ebook: no end of central directory, so this is no ZIP file')
  const entries: (Entry & { readonly offset: number })[] = []
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const offset = file.readUInt32LE(at + 42)
    const method = file.readUInt16LE(at + 10)
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20))
    if (!name.endsWith('/'))
      entries.push({ name, method, offset, bytes: method === 0 ? packed : inflateRawSync(packed) })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries.sort((a, b) => a.offset - b.offset)
}
