import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { readFolder, type ArchiveFile } from '../archive/index.js'
import type { PreparedIssue } from './prepare.js'

/** What the issue was built from, byte by byte: `issue.yaml`, the manuscripts, their pictures, and a theme of its own. */
export async function sourceFiles({ issue, assets, theme }: PreparedIssue): Promise<ArchiveFile[]> {
  const names = new Set(['issue.yaml', ...issue.articles.map((article) => article.path), ...assets.keys()])
  const files: ArchiveFile[] = []
  for (const name of names) {
    const picture = assets.get(name)
    files.push({ name, bytes: picture?.bytes ?? (await readFile(path.join(issue.root, ...name.split('/')))) })
  }
  const themeFolder = path.relative(issue.root, theme.folder)
  if (path.isAbsolute(themeFolder) || themeFolder.startsWith('..')) return files
  const own = await readFolder(theme.folder)
  return [
    ...files,
    ...own
      .map(({ name, bytes }) => ({ name: `${themeFolder.split(path.sep).join('/')}/${name}`, bytes }))
      .filter(({ name }) => !names.has(name)),
  ]
}
