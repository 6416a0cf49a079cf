import { readFile, stat } from 'node:fs/promises'
import type { ArchiveFile } from '../archive-file.js'
import { readFolder } from './read-folder.js'
import { readTar } from './read-tar.js'
import { readZip } from './read-zip.js'
import { UnreadableArchive } from './unreadable-archive.js'

/**
 * Files of a bag in a folder, a ZIP or a tar, whatever it is called; the one folder around them in a package is taken off.
 *
 * @throws UnreadableArchive when it is none of these, or damaged
 * @throws the file system's error when there is nothing
 */
export async function readPackage(path: string): Promise<ArchiveFile[]> {
  if ((await stat(path)).isDirectory()) return readFolder(path)
  const bytes = await readFile(path)
  const files = bytes.subarray(0, 2).toString('latin1') === 'PK' ? readZip(bytes) : readTar(bytes)
  const [first] = files
  const root = first?.name.split('/')[0] ?? ''
  if (root === '' || files.some(({ name }) => !name.startsWith(`${root}/`)))
    throw new UnreadableArchive('no single folder')
  return files.map((file) => ({ ...file, name: file.name.slice(root.length + 1) }))
}
