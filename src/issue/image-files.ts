import type { Asset, Assets } from './asset.js'

/** A picture with its name inside an ebook or a site. */
export interface ImageFile {
  readonly asset: Asset
  /** Below the documents, ASCII, unique even where case is ignored (OCF 3.3 §4.2.3; most disks). */
  readonly name: string
}

const extensions: Readonly<Record<Asset['mediaType'], string>> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** Names the pictures a publication shows, in the order of first use. */
export class ImageFiles {
  readonly #assets: Assets
  readonly #files = new Map<string, ImageFile>()
  readonly #names = new Set<string>()

  constructor(assets: Assets) {
    this.#assets = assets
  }

  /** Every picture asked for so far. */
  get used(): readonly ImageFile[] {
    return [...this.#files.values()]
  }

  /**
   * The file for an `img[src]`.
   *
   * @throws {Error} if the issue has no such asset; the manuscript check has refused that before.
   */
  fileOf(source: string): ImageFile {
    const known = this.#files.get(source)
    if (known) return known
    const asset = this.#assets.get(source) ?? this.#assets.get(decode(source))
    if (asset === undefined) throw new Error(`no asset for picture "${source}"`)
    return this.add(asset)
  }

  /** The file for a picture that need not be among the issue's assets, such as a drawn cover. */
  add(asset: Asset): ImageFile {
    const known = this.#files.get(asset.path)
    if (known) return known
    const file = { asset, name: this.#nameFor(asset) }
    this.#files.set(asset.path, file)
    return file
  }

  #nameFor(asset: Asset): string {
    const base = asset.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
    const stem = /^[\w-]+$/.test(base) ? base : 'image'
    for (let count = 1; ; count++) {
      const name = `images/${count === 1 ? stem : `${stem}-${count}`}.${extensions[asset.mediaType]}`
      if (this.#names.has(name.toLowerCase())) continue
      this.#names.add(name.toLowerCase())
      return name
    }
  }
}

function decode(source: string): string {
  try {
    return decodeURIComponent(source)
  } catch {
    return source
  }
}
