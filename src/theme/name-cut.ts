import { createHash } from 'node:crypto'
import { mendChecksums, sfntTables } from './sfnt-tables.js'

const postScriptName = 6

/**
 * Gives the static cut of a variable font a PostScript name of its own, `SourceSerif4Roman-wght380opsz20`, or with a digest where
 * that is longer than the name it had: programs that merge the subsets of one font go by this name, and cuts of one font
 * would be merged.
 */
export function nameCut(font: Uint8Array, axes: Readonly<Record<string, number>>): Uint8Array {
  const bytes = new Uint8Array(font)
  const view = new DataView(bytes.buffer)
  const tables = sfntTables(view)
  const head = tables.get('head')
  const name = tables.get('name')
  if (!head || !name) return bytes
  const strings = name.offset + view.getUint16(name.offset + 4)
  for (let i = 0; i < view.getUint16(name.offset + 2); i++) {
    const record = name.offset + 6 + i * 12
    if (view.getUint16(record + 6) !== postScriptName) continue
    const width = view.getUint16(record) === 1 ? 1 : 2
    const length = view.getUint16(record + 8)
    const at = strings + view.getUint16(record + 10)
    const old = Array.from({ length: length / width }, (_, index) =>
      String.fromCharCode(width === 1 ? view.getUint8(at + index) : view.getUint16(at + index * 2)),
    ).join('')
    const own = cutName(old, axes)
    for (const [index, character] of [...own].entries()) {
      const code = character.charCodeAt(0)
      if (width === 1) view.setUint8(at + index, code)
      else view.setUint16(at + index * 2, code)
    }
    view.setUint16(record + 8, own.length * width)
  }
  mendChecksums(view, head, [name])
  return bytes
}

/** No longer than the name before, in whose place it stands. */
function cutName(old: string, axes: Readonly<Record<string, number>>): string {
  const stated = Object.entries(axes).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const suffix = stated.map(([tag, value]) => `${tag}${value}`).join('')
  const short = stated.map(([tag, value]) => `${tag.charAt(0)}${value}`).join('')
  const digest = createHash('sha256').update(suffix).digest('hex')
  const [family = ''] = old.split('-')
  const room = old.length - family.length - 1
  const fitting = [suffix, short].find((one) => one.length <= room && /^[A-Za-z0-9]+$/.test(one))
  if (room < 4) return old.slice(0, -4) + digest.slice(0, 4)
  return `${family}-${fitting ?? digest.slice(0, room)}`
}
