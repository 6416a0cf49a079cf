import type { VFile } from 'vfile'
import { fileSizeBounded, report } from '../diagnostics/index.js'
import { decodeText } from './decode-text.js'
import { type Found, readBounded } from './issue-folder.js'

/** Bytes of a text file that are read at most. */
export const largestText = 50_000_000

/**
 * Reads a manuscript file onto `file`.
 *
 * @returns its text; `undefined` when it is not one, which is then reported; `'unreadable'` when the system refuses
 */
export async function readTextFile(
  file: VFile,
  found: Extract<Found, { kind: 'file' }>,
): Promise<string | 'unreadable' | undefined> {
  if (found.bytes > largestText) {
    report(file, fileSizeBounded, undefined, { path: file.path, bytes: found.bytes, limit: largestText })
    return undefined
  }
  const bytes = await readBounded(found.absolute, largestText)
  return bytes === undefined ? 'unreadable' : decodeText(file, bytes)
}
