import type { Asset, Assets } from '../issue/index.js'
import type { SiteFile } from './site-file.js'

const extensions: Readonly<Record<Asset['mediaType'], string>> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

/** Pictures of the site, numbered in the order of their first use: names that every server and disk can hold. */
export class ImageFiles {
  readonly #assets: Assets
  readonly #names = new Map<string, string>()

  constructor(assets: Assets) {
    this.#assets = assets
  }

  /** @throws {Error} on a picture that is not among the assets: the stages before should have refused it */
  nameOf(path: string): { readonly name: string; readonly asset: Asset } {
    const asset = this.#assets.get(path)
    if (asset === undefined) throw new Error(`web: no asset ${path}`)
    const known = this.#names.get(path)
    if (known !== undefined) return { name: known, asset }
    const name = `images/image-${String(this.#names.size + 1).padStart(3, '0')}.${extensions[asset.mediaType]}`
    this.#names.set(path, name)
    return { name, asset }
  }

  /** Pictures that were used. */
  files(): SiteFile[] {
    return [...this.#names].map(([path, name]) => ({ name, bytes: this.nameOf(path).asset.bytes }))
  }
}
