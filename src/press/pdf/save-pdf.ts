import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import {
  PDFHexString,
  PDFName,
  PDFStream,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'

const compress = promisify(deflate)

/** Objects in one object stream: enough to compress well, few enough to read one object without reading all. */
const objectsPerStream = 200

/**
 * Writes the document with object and cross-reference streams (ISO 32000-1, 7.5.7 and 7.5.8).
 *
 * The file identifier (14.4) is made from everything before the cross-references, so that the same content gives the
 * same file, and different content never the same identifier. The library's own writer is not used because its time
 * grows with the square of the number of objects, and a tagged page has many.
 *
 * @param version that the header states
 */
export async function savePdf(document: PDFDocument, version: '1.6' | '1.7' = '1.7'): Promise<Uint8Array> {
  const { context } = document
  const objects = context
    .enumerateIndirectObjects()
    .filter(([, object]) => !isContainer(object))
    .sort(([a], [b]) => a.objectNumber - b.objectNumber)
  const plain = objects.filter(
    ([ref, object]) => !(object instanceof PDFStream) && ref.generationNumber === 0,
  )
  const whole = objects.filter(([ref, object]) => object instanceof PDFStream || ref.generationNumber !== 0)
  const packs = await Promise.all(chunk(plain, objectsPerStream).map(pack))

  const writer = new Writer(version)
  for (const [ref, object] of whole) writer.object(ref.objectNumber, ref.generationNumber, serialise(object))
  let next = context.largestObjectNumber + 1
  for (const { bytes, numbers } of packs) writer.objectStream(next++, bytes, numbers)
  return writer.finish(next, document)
}

/** Object and cross-reference streams of the file that was read; what they held is among the objects. */
function isContainer(object: PDFObject): boolean {
  if (!(object instanceof PDFStream)) return false
  const type = object.dict.get(PDFName.of('Type'))
  return type === PDFName.of('ObjStm') || type === PDFName.of('XRef')
}

interface Pack {
  readonly bytes: Uint8Array
  readonly numbers: readonly number[]
}

/** One object stream, complete with its dictionary: pairs of number and offset, then the objects. */
async function pack(objects: readonly [PDFRef, PDFObject][]): Promise<Pack> {
  const bodies = objects.map(([, object]) => serialise(object))
  let offset = 0
  const index = objects.map(([ref], position) => {
    const entry = `${ref.objectNumber} ${offset}`
    offset += (bodies[position]?.length ?? 0) + 1
    return entry
  })
  const head = Buffer.from(`${index.join(' ')}\n`, 'latin1')
  const space = Buffer.from('\n')
  const content = await compress(Buffer.concat([head, ...bodies.flatMap((body) => [body, space])]))
  const dict = `<< /Type /ObjStm /N ${objects.length} /First ${head.length} /Filter /FlateDecode /Length ${content.length} >>`
  return { bytes: streamBytes(dict, content), numbers: objects.map(([ref]) => ref.objectNumber) }
}

/** Where an object lies: at an offset of the file, or in an object stream. */
type Entry =
  | { readonly offset: number; readonly generation: number }
  | { readonly stream: number; readonly index: number }

class Writer {
  private readonly chunks: Uint8Array[] = []
  private length = 0
  private readonly entries = new Map<number, Entry>()

  constructor(version: string) {
    // The second line holds four bytes above 127, which tells a transfer that the file is binary (7.5.2).
    this.write(Buffer.from(`%PDF-${version}\n%\u00E2\u00E3\u00CF\u00D3\n`, 'latin1'))
  }

  object(number: number, generation: number, body: Uint8Array): void {
    this.entries.set(number, { offset: this.length, generation })
    this.write(Buffer.from(`${number} ${generation} obj\n`, 'latin1'))
    this.write(body)
    this.write(Buffer.from('\nendobj\n', 'latin1'))
  }

  objectStream(number: number, bytes: Uint8Array, contents: readonly number[]): void {
    this.object(number, 0, bytes)
    contents.forEach((content, index) => this.entries.set(content, { stream: number, index }))
  }

  async finish(number: number, { context }: PDFDocument): Promise<Uint8Array> {
    const digest = createHash('sha256')
    for (const chunk of this.chunks) digest.update(chunk)
    const id = PDFHexString.of(digest.digest('hex').slice(0, 32).toUpperCase())
    const start = this.length
    this.entries.set(number, { offset: start, generation: 0 })

    const rows = Buffer.alloc((number + 1) * 7)
    // Object 0 heads the list of free objects, in which any gap stands too.
    rows.writeUInt16BE(0xffff, 5)
    for (const [at, entry] of this.entries) {
      rows.writeUInt8('stream' in entry ? 2 : 1, at * 7)
      rows.writeUInt32BE('stream' in entry ? entry.stream : entry.offset, at * 7 + 1)
      rows.writeUInt16BE('stream' in entry ? entry.index : entry.generation, at * 7 + 5)
    }
    const content = await compress(rows)
    const { Root, Info } = context.trailerInfo
    const info = Info === undefined ? '' : ` /Info ${Info.toString()}`
    const dict =
      `<< /Type /XRef /Size ${number + 1} /W [1 4 2] /Root ${String(Root)}${info} /ID [${id.toString()} ${id.toString()}] ` +
      `/Filter /FlateDecode /Length ${content.length} >>`
    this.object(number, 0, streamBytes(dict, content))
    this.write(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
    // A plain array: some readers refuse Node's own kind.
    const bytes = new Uint8Array(this.length)
    let offset = 0
    for (const chunk of this.chunks) {
      bytes.set(chunk, offset)
      offset += chunk.length
    }
    return bytes
  }

  private write(bytes: Uint8Array): void {
    this.chunks.push(bytes)
    this.length += bytes.length
  }
}

function streamBytes(dict: string, content: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from(`${dict}\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

function serialise(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
