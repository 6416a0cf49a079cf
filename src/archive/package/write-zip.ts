import { crc32 } from 'node:zlib'
import type { ArchiveFile } from '../archive-file.js'

/**
 * Files as a ZIP, stored and not compressed: what an archive holds is compressed already, and bytes do not come to
 * depend on a compressor. Names are UTF-8 (bit 11), every entry has the same date.
 *
 * @param folder the one folder that everything lies in
 * @param date seconds since 1970; ZIP begins with 1980
 * @throws {RangeError} beyond the limits of ZIP without its 64-bit extension
 */
export function writeZip(folder: string, files: readonly ArchiveFile[], date: number): Uint8Array {
  const stamp = dosTime(date)
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = Buffer.from(`${folder}/${name}`)
    const common = commonFields(stamp, crc32(bytes), bytes.length, path.length)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, path])
    directory.push(centralEntry(common, offset), path)
    chunks.push(local, bytes)
    offset += local.length + bytes.length
  }
  const central = Buffer.concat(directory)
  if (files.length > 0xfffe || offset + central.length > 0xfffffffe) throw new RangeError('too large for ZIP')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, central, end])
}

/** From "version needed" to "extra field length", the same in local and central headers (APPNOTE 4.3.7). */
function commonFields(
  stamp: readonly [time: number, date: number],
  crc: number,
  size: number,
  name: number,
): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2) // names in UTF-8
  fields.writeUInt16LE(0, 4) // stored
  fields.writeUInt16LE(stamp[0], 6)
  fields.writeUInt16LE(stamp[1], 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(size, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name, 22)
  return fields
}

function centralEntry(common: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE((0o100644 << 16) >>> 0, 6) // a plain file, as Unix says it
  tail.writeUInt32LE(offset, 10)
  // Version made by: 2.0 on Unix.
  return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), common, tail])
}

function dosTime(seconds: number): readonly [time: number, date: number] {
  const date = new Date(Math.max(seconds, 315_532_800) * 1000)
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  return [time, day]
}
