import type { ArchiveFile } from '../archive-file.js'
import { UnreadableArchive } from './unreadable-archive.js'

const block = 512

/**
 * Plain files of a tar, ustar or pax.
 *
 * @throws UnreadableArchive when it is cut off or damaged
 */
export function readTar(archive: Uint8Array): ArchiveFile[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const files: ArchiveFile[] = []
  let path: string | undefined
  for (let at = 0; ;) {
    const header = bytes.subarray(at, at + block)
    if (header.length < block) throw new UnreadableArchive('cut off')
    if (header.every((byte) => byte === 0)) return files
    checkSum(header)
    const size = Number.parseInt(text(header, 124, 12).trim() || '0', 8)
    const content = bytes.subarray(at + block, at + block + size)
    if (content.length < size) throw new UnreadableArchive('cut off')
    const type = text(header, 156, 1)
    if (type === 'x') path = paxPath(content)
    else {
      const prefix = text(header, 345, 155)
      const name = path ?? (prefix === '' ? '' : `${prefix}/`) + text(header, 0, 100)
      if (type === '0' || type === '') files.push({ name, bytes: content })
      path = undefined
    }
    at += block + Math.ceil(size / block) * block
  }
}

function text(header: Buffer, from: number, length: number): string {
  return header.toString('utf8', from, from + length).replace(/\0[^]*$/u, '')
}

function checkSum(header: Buffer): void {
  const stated = Number.parseInt(text(header, 148, 8).trim(), 8)
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0)
  if (sum !== stated) throw new UnreadableArchive('damaged header')
}

function paxPath(content: Buffer): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/u.exec(content.toString('utf8'))?.[1]
}
