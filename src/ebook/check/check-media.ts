import type { Finding } from './finding.js'
import type { Book } from './open-book.js'

const signatures: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG\r\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8/,
  'image/webp': /^RIFF[\s\S]{4}WEBP/,
  'image/svg+xml': /<svg[\s>]/,
  // Version 1.0 of the sfnt header, or Apple's name for it.
  'font/ttf': /^(?:\0[^\0]\0\0|true)/,
  'font/otf': /^OTTO/,
  'text/css': /^/,
  'application/xhtml+xml': /<html[\s>]/,
  'application/x-dtbncx+xml': /<ncx[\s>]/,
}

/** Pictures and fonts are what the manifest calls them, and not empty: an empty font passes every validator. */
export function checkMedia({ manifest, byName }: Book): Finding[] {
  return manifest.flatMap(({ path, mediaType }): Finding[] => {
    const bytes = byName.get(path)?.bytes
    if (bytes === undefined) return []
    const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
    if (!signatures[mediaType]?.test(head)) {
      return [{ rule: 'media-type-true', file: path, message: `the file is no ${mediaType}` }]
    }
    if (mediaType.startsWith('font/') && glyphsOf(bytes) < 2) {
      return [{ rule: 'font-has-glyphs', file: path, message: 'the font draws nothing' }]
    }
    return []
  })
}

/** Number of glyphs that a TrueType font says it has (OpenType, `maxp`), if its tables are all there. */
function glyphsOf(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let glyphs = 0
  const tables = new Set<string>()
  for (let index = 0; index < file.readUInt16BE(4) && 12 + index * 16 + 16 <= file.length; index++) {
    const record = 12 + index * 16
    const tag = file.toString('latin1', record, record + 4)
    const [offset, length] = [file.readUInt32BE(record + 8), file.readUInt32BE(record + 12)]
    if (length === 0 || offset + length > file.length) continue
    tables.add(tag)
    if (tag === 'maxp') glyphs = file.readUInt16BE(offset + 4)
  }
  const whole = tables.has('cmap') && (tables.has('glyf') || tables.has('CFF '))
  return whole ? glyphs : 0
}
