import type { Asset } from '../issue/index.js'

type MediaType = Asset['mediaType']

/** Names for messages, and the extensions that each type goes by. */
export const mediaTypes: Readonly<
  Record<MediaType, { readonly name: string; readonly extensions: readonly string[] }>
> = {
  'image/svg+xml': { name: 'SVG', extensions: ['.svg'] },
  'image/png': { name: 'PNG', extensions: ['.png'] },
  'image/jpeg': { name: 'JPEG', extensions: ['.jpg', '.jpeg'] },
  'image/gif': { name: 'GIF', extensions: ['.gif'] },
  'image/webp': { name: 'WebP', extensions: ['.webp'] },
}

/**
 * What the bytes of a picture are, by their beginning.
 *
 * @returns a type that can be printed, the name of one that cannot (`TIFF`), or `undefined`
 */
export function sniffMediaType(bytes: Uint8Array): MediaType | { readonly other: string } | undefined {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return { other: 'TIFF' }
  if (head.startsWith('BM')) return { other: 'BMP' }
  if (head.startsWith('%PDF')) return { other: 'PDF' }
  if (head.startsWith('8BPS')) return { other: 'Photoshop' }
  if (head.startsWith('%!PS')) return { other: 'EPS' }
  if (head.slice(4, 8) === 'ftyp') return { other: 'HEIF/AVIF' }
  if (head.startsWith('\x1f\x8b')) return { other: 'gzip (SVGZ)' }
  if (head.startsWith('PK')) return { other: 'ZIP' }
  const text = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart()
  if (/^(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(text)) return 'image/svg+xml'
  return /^<(?:!DOCTYPE )?html/i.test(text) ? { other: 'HTML' } : undefined
}
