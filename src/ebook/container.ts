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
  readonly bytes: Uint8Array | string
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
 */
export async function packContainer(parts: ContainerParts): Promise<Uint8Array> {
  return new Uint8Array(await new Container(parts).genEpub())
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
      this.zip.file(name.startsWith('META-INF/') ? name : `OEBPS/${name}`, bytes)
    }
  }

  override generateAsync: EPub['generateAsync'] = (options) => {
    const entries = Object.values(this.zip.files).filter((entry) => !entry.dir)
    entries.sort((a, b) => rankOf(a.name) - rankOf(b.name) || (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      entry.date = this.parts.date
      if (alreadyCompressed.test(entry.name)) entry.options.compression = 'STORE'
    }
    this.zip.files = Object.fromEntries(entries.map((entry) => [entry.name, entry]))
    return this.zip.generateAsync(options)
  }
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
