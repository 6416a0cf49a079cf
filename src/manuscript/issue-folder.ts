import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { nearestName } from '../diagnostics/index.js'

/** What a path of the issue leads to. */
export type Found =
  | { readonly kind: 'file'; readonly absolute: string; readonly bytes: number }
  | { readonly kind: 'folder'; readonly absolute: string }
  /** The name is written with other letters, upper or lower case. */
  | { readonly kind: 'misnamed'; readonly actual: string }
  | { readonly kind: 'missing'; readonly nearest: string | undefined }
  /** Outside the folder once links are followed. */
  | { readonly kind: 'outside' }
  /** A socket, a pipe, a device: reading it might never end. */
  | { readonly kind: 'special' }
  | { readonly kind: 'unreadable' }

/** An issue's folder on disk. It gives no file that lies outside it, not even through a link. */
export class IssueFolder {
  readonly #real: string
  readonly #listings = new Map<string, Promise<readonly string[]>>()

  private constructor(real: string) {
    this.#real = real
  }

  /** @returns the folder, or why it cannot be one */
  static async open(root: string): Promise<IssueFolder | 'missing' | 'file' | 'unreadable'> {
    try {
      const real = await realpath(root)
      if (!(await stat(real)).isDirectory()) return 'file'
      await readdir(real)
      return new IssueFolder(real)
    } catch (error) {
      const code = errorCode(error)
      return code === 'ENOENT' ? 'missing' : code === 'ENOTDIR' ? 'file' : 'unreadable'
    }
  }

  /** Names in a folder of the issue, sorted; none when it is no folder. Each folder is read once. */
  list(folder: string): Promise<readonly string[]> {
    const known = this.#listings.get(folder)
    if (known) return known
    const listing = readdir(join(this.#real, folder)).then(
      (names) => names.toSorted(),
      () => [],
    )
    this.#listings.set(folder, listing)
    return listing
  }

  /** @param path as `issuePath` returns it */
  async find(path: string): Promise<Found> {
    const steps = path.split('/').filter((step) => step !== '')
    const actual: string[] = []
    let misnamed = false
    for (const [index, step] of steps.entries()) {
      const names = await this.list(actual.join('/'))
      let name = names.find((each) => each === step || each.normalize() === step.normalize())
      if (name === undefined) {
        name = names.find((each) => each.normalize().toLowerCase() === step.normalize().toLowerCase())
        misnamed = true
      }
      if (name === undefined) {
        return { kind: 'missing', nearest: await this.#nearest(actual, steps.slice(index), names) }
      }
      actual.push(name)
    }
    if (misnamed) return { kind: 'misnamed', actual: actual.join('/') }
    try {
      const absolute = await realpath(join(this.#real, ...actual))
      if (absolute !== this.#real && !absolute.startsWith(this.#real + sep)) return { kind: 'outside' }
      const facts = await stat(absolute)
      if (facts.isFile()) return { kind: 'file', absolute, bytes: facts.size }
      return facts.isDirectory() ? { kind: 'folder', absolute } : { kind: 'special' }
    } catch (error) {
      return errorCode(error) === 'ENOENT' ? { kind: 'missing', nearest: undefined } : { kind: 'unreadable' }
    }
  }

  /** A name like the missing one beside it, or the same name one folder away. */
  async #nearest(
    parents: readonly string[],
    steps: readonly string[],
    names: readonly string[],
  ): Promise<string | undefined> {
    const [missing = '', ...rest] = steps
    const near = nearestName(missing, names)
    if (near !== undefined) return [...parents, near, ...rest].join('/')
    const last = steps.at(-1) ?? missing
    const top = await this.list('')
    if (top.includes(last)) return last
    for (const folder of top) {
      if (!folder.includes('.') && (await this.list(folder)).includes(last)) return `${folder}/${last}`
    }
    return undefined
  }
}

/**
 * Reads a file that `find` gave, but never more than `limit` bytes: a file that grows meanwhile is cut.
 *
 * @returns `undefined` when it cannot be read
 */
export async function readBounded(absolute: string, limit: number): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(absolute)
    try {
      const size = Math.min((await handle.stat()).size, limit)
      const bytes = new Uint8Array(size)
      let read = 0
      while (read < size) {
        const { bytesRead } = await handle.read(bytes, read, size - read, read)
        if (bytesRead === 0) break
        read += bytesRead
      }
      return bytes.subarray(0, read)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return undefined
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
