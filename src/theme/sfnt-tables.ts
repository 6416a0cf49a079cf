/** A table of a TrueType file: where its directory entry and its data are, in bytes. */
export interface SfntTable {
  readonly entry: number
  readonly offset: number
  readonly length: number
}

/** The tables of a TrueType file by tag (OpenType 1.9, Organization of an OpenType Font). */
export function sfntTables(view: DataView): ReadonlyMap<string, SfntTable> {
  const tables = new Map<string, SfntTable>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + i * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)))
    tables.set(tag, { entry, offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) })
  }
  return tables
}

/** Mends the checksums of changed tables and of the whole file, which `head` holds (OpenType 1.9, Calculating Checksums). */
export function mendChecksums(view: DataView, head: SfntTable, changed: readonly SfntTable[]): void {
  view.setUint32(head.offset + 8, 0)
  for (const table of new Set([head, ...changed]))
    view.setUint32(table.entry + 4, checksum(view, table.offset, table.length))
  view.setUint32(head.offset + 8, (0xb1b0afba - checksum(view, 0, view.byteLength)) >>> 0)
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0
  for (let at = offset; at < offset + length; at += 4) {
    let word = 0
    for (let i = 0; i < 4; i++) word = word * 256 + (at + i < view.byteLength ? view.getUint8(at + i) : 0)
    sum = (sum + word) >>> 0
  }
  return sum
}
