import type { ArchiveFile } from '../archive-file.js'

const block = 512

/**
 * Files as a tar (POSIX.1-2001 pax): UTF-8 names of any length, one owner, one date.
 *
 * @param folder the one folder that everything lies in
 * @param date seconds since 1970
 */
export function writeTar(folder: string, files: readonly ArchiveFile[], date: number): Uint8Array {
  const chunks: Uint8Array[] = []
  for (const { name, bytes } of files) {
    const path = `${folder}/${name}`
    // Only short names in ASCII are safe in the old header.
    if (!/^[\u0020-\u007e]{1,100}$/u.test(path)) {
      const record = paxRecord('path', path)
      chunks.push(header('././@PaxHeader', record.length, date, 'x'), record, padding(record.length))
    }
    chunks.push(header(path, bytes.length, date, '0'), bytes, padding(bytes.length))
  }
  return Buffer.concat([...chunks, Buffer.alloc(2 * block)])
}

/** `LENGTH path=VALUE\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): Buffer {
  const rest = ` ${key}=${value}\n`
  const size = Buffer.byteLength(rest)
  let length = size + String(size).length
  if (String(length).length > String(size).length) length += 1
  return Buffer.from(`${length}${rest}`)
}

function header(name: string, size: number, date: number, type: '0' | 'x'): Buffer {
  const bytes = Buffer.alloc(block)
  const path = Buffer.from(name.replaceAll(/[^\u0020-\u007e]/gu, '_'))
  bytes.set(path.subarray(0, 100), 0)
  bytes.write('0000644\0', 100)
  bytes.write('0000000\0', 108)
  bytes.write('0000000\0', 116)
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  bytes.write(`${date.toString(8).padStart(11, '0')}\0`, 136)
  bytes.write('        ', 148)
  bytes.write(type, 156)
  bytes.write('ustar\x0000', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

function padding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block)
}
