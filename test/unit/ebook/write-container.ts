import { crc32, deflateRawSync } from 'node:zlib'
import type { Entry } from '../../../src/ebook/check/read-container.js'

/** A ZIP file with exactly these entries: any order, any compression, and the same name twice if so given. */
export function writeContainer(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, method, bytes } of entries) {
    const packed = method === 0 ? Buffer.from(bytes) : deflateRawSync(bytes)
    const fileName = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x800, 2)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt16LE(0x5d61, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(fileName.length, 22)
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), shared, fileName, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, fileName)
    offset += 30 + fileName.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
