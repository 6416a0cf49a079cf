import type { ArchiveFile } from '../archive/index.js'
import { attachSources } from '../press/index.js'

const mediaTypes: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  yaml: 'application/yaml',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

/**
 * The reading PDF with the manuscripts in it, PDF/A-3a.
 *
 * @param date seconds since 1970
 */
export async function withSources(
  reading: Uint8Array,
  files: readonly ArchiveFile[],
  date: number,
): Promise<Uint8Array> {
  const sources = files.map(({ name, bytes }) => {
    const mediaType = mediaTypes[/\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? '']
    return { name, bytes, mediaType: mediaType ?? 'application/octet-stream' }
  })
  return attachSources(reading, sources, date)
}
