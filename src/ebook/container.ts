import { Readable } from 'node:stream'
import { EPub } from 'epub-gen-memory'

/** One document of the spine, already serialised. */
export interface SpineFile {
  /** Below `OEBPS/`. */
  readonly name: string
  readonly text: string
}

/** A finished file that is neither a document of the spine nor one of the three that describe the package. */
export interface PlainFile {
  /** Below `OEBPS/`, or from the root of the container if it begins with `META-INF/`. */
  readonly name: string
  readonly bytes: Uint8Array | string | (() => Uint8Array)
}

export interface ContainerParts {
  readonly packageDocument: string
  readonly navigation: string
  readonly ncx: string
  readonly css: string
  readonly spine: readonly SpineFile[]
  readonly files: readonly PlainFile[]
  /** Written as the time of every entry; UTC, two-second steps, not before 1980. */
  readonly date: Date
}

/**
 * Packs finished documents into an EPUB container (OCF 3.3): mimetype first and stored, pictures stored, everything
 * else deflated, entries in a fixed order with one date, so that the same parts give the same bytes everywhere.
 *
 * @returns the container piece by piece; a file whose bytes are a function is asked for when its turn comes, so that
 *   no more than one of these is in memory at a time
 */
export async function packContainer(parts: ContainerParts): Promise<AsyncIterable<Uint8Array>> {
  const container = new Container(parts)
  await container.render()
  container.sort()
  return container.pieces()
}

const alreadyCompressed = /\.(?:png|jpe?g|gif|webp)$/

/**
 * epub-gen-memory with its HTML rewriting bypassed: chapters are empty while it normalises them and get their
 * finished text afterwards; each template is one line that prints a finished document.
 */
class Container extends EPub {
  constructor(private readonly parts: ContainerParts) {
    super(
      {
        title: 'ebook',
        date: parts.date.toISOString(),
        css: parts.css,
        chapterXHTML: '<%- content %>',
        contentOPF: '<%- packageDocument %>',
        tocXHTML: '<%- navigation %>',
        tocNCX: '<%- ncx %>',
      },
      parts.spine.map((file) => ({ filename: file.name, content: '' })),
    )
    const { packageDocument, navigation, ncx } = parts
    Object.assign(this.options, { packageDocument, navigation, ncx })
    this.content.forEach((chapter, index) => (chapter.content = parts.spine[index]?.text ?? ''))
  }

  /** Called after the documents are in place: the one point where further files can join them. */
  protected override async downloadAllImages(): Promise<void> {
    for (const { name, bytes } of this.parts.files) {
      this.zip.file(
        name.startsWith('META-INF/') ? name : `OEBPS/${name}`,
        typeof bytes === 'function' ? later(bytes) : bytes,
      )
    }
  }

  /** Puts the entries in their order, with one date, pictures to be stored. */
  sort(): void {
    const entries = Object.values(this.zip.files).filter((entry) => !entry.dir)
    entries.sort((a, b) => rankOf(a.name) - rankOf(b.name) || (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      entry.date = this.parts.date
      if (alreadyCompressed.test(entry.name)) entry.options.compression = 'STORE'
    }
    this.zip.files = Object.fromEntries(entries.map((entry) => [entry.name, entry]))
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    const helper = this.zip.generateInternalStream({
      // Pieces of files are buffers already: for any other type each byte would be copied in a loop.
      type: 'nodebuffer',
      // Sizes stand before the data: readers that stream a container need them there.
      streamFiles: false,
      mimeType: 'application/epub+zip',
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
    })
    yield* piecesOf(helper)
  }
}

/** What runs while it is not paused. */
interface Packer {
  on(event: 'data', take: (piece: Uint8Array) => void): this
  on(event: 'end', take: () => void): this
  on(event: 'error', take: (error: Error) => void): this
  pause(): this
  resume(): this
}

/**
 * What the packer gives, held back while nobody takes it. Its own Node stream does not hold back: it would read every
 * picture while the first one is being written.
 */
async function* piecesOf(helper: Packer): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let state: 'open' | 'ended' | Error = 'open'
  let wake = (): void => {}
  helper
    .on('data', (piece) => {
      waiting.push(piece)
      helper.pause()
      wake()
    })
    .on('end', () => {
      state = 'ended'
      wake()
    })
    .on('error', (error) => {
      state = error
      wake()
    })
  for (;;) {
    const pieces = waiting
    waiting = []
    yield* pieces
    if (waiting.length > 0) continue
    // Typed as it was before the events: they change it.
    const now = state as 'open' | 'ended' | Error
    if (now === 'ended') return
    if (now !== 'open') throw now
    await new Promise<void>((resolve) => {
      wake = resolve
      helper.resume()
    })
  }
}

/** A stream that is not filled before somebody reads it, and holds nothing afterwards. */
function later(bytes: () => Uint8Array): Readable {
  const piece = 262_144
  let left: Uint8Array | undefined
  return new Readable({
    read() {
      left ??= bytes()
      const next = left.subarray(0, piece)
      left = left.subarray(piece)
      this.push(next)
      if (left.length > 0) return
      left = undefined
      this.push(null)
    },
  })
}

/** Entries in the order in which a reader that streams the file wants them. */
function rankOf(name: string): number {
  const order = [
    'mimetype',
    'META-INF/container.xml',
    'META-INF/',
    'OEBPS/content.opf',
    'OEBPS/toc.',
    'OEBPS/style.css',
  ]
  const rank = order.findIndex((prefix) => name.startsWith(prefix))
  return rank < 0 ? order.length : rank
}
