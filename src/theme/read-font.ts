import { readFile } from 'node:fs/promises'
import { convert } from 'fontverter'

const unpacked = new Map<string, Promise<Buffer>>()

/**
 * A font file as TrueType. What WOFF or WOFF2 packs is unpacked once for the process: it is asked for its coverage and
 * then cut, and unpacking costs more than both. A file that is TrueType already is read anew each time, because a few
 * of them would fill the memory.
 *
 * @throws Error when the file cannot be read or unpacked
 */
export async function readFont(file: string): Promise<Buffer> {
  const known = unpacked.get(file)
  if (known) return known
  const bytes = await readFile(file)
  // `wOFF` and `wOF2`
  if (bytes.length < 4 || bytes.readUInt32BE(0) >>> 8 !== 0x774f46) return bytes
  const font = convert(bytes, 'sfnt')
  unpacked.set(file, font)
  return font
}
