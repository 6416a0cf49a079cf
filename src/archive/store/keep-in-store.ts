import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ArchiveFile } from '../archive-file.js'
import { digest } from '../digest.js'
import { inventoryFiles, nextVersion, type Inventory, type VersionNote } from './inventory.js'
import { lockStore } from './lock-store.js'
import { StoreProblem } from './store-problem.js'

/** What became of an issue that was given to a store. */
export interface Kept {
  /** Absolute folder of the object. */
  readonly folder: string
  /** `v1`, `v2` … */
  readonly version: string
  /** False: the newest version holds exactly these files already. */
  readonly added: boolean
}

const rootDeclaration = '0=ocfl_1.1'
const objectDeclaration = '0=ocfl_object_1.1'
/** OCFL extension 0002: an object's folder bears its id. Ids are names of output files, so that any disk holds them. */
const layout = {
  extension: '0002-flat-direct-storage-layout',
  description: "Each issue lies in a folder named after the issue's id.",
}
/** Where versions are written before they are whole. It is gone when nothing is under way. */
const staging = 'extensions/kanben-staging'

/**
 * Keeps an issue in a store laid out by OCFL 1.1: as version 1, or as the next version beside those before. A version is
 * written apart and moved into its place whole, and only then the object's inventory names it; what a run that was
 * killed left behind is finished or taken away by the next. Nothing that a version holds is ever written again.
 *
 * Runs that write into one store do it one after the other.
 *
 * @param id of the issue: ASCII letters, digits and hyphens
 * @param patience milliseconds to wait for another run that writes into the store
 * @throws StoreProblem when the folder is something else than a store, a store that is damaged, or one that another run
 *   writes into for longer
 */
export async function keepInStore(
  store: string,
  id: string,
  files: readonly ArchiveFile[],
  note: VersionNote,
  patience = 10_000,
): Promise<Kept> {
  await mkdir(store, { recursive: true })
  await refuseForeign(store)
  const unlock = await lockStore(store, patience)
  try {
    return await keep(store, id, files, note)
  } finally {
    await unlock()
  }
}

async function keep(
  store: string,
  id: string,
  files: readonly ArchiveFile[],
  note: VersionNote,
): Promise<Kept> {
  await openStore(store)
  const folder = path.join(store, id)
  const before = await openObject(folder, id)
  const version = nextVersion(id, files, note, before)
  if (version === undefined) return { folder, version: before?.head ?? 'v1', added: false }
  const { inventory, content } = version
  const { head } = inventory
  const stage = path.join(store, staging, randomUUID())
  await writeAll(stage, [...content, ...inventoryFiles(inventory, `${head}/`)])
  if (before === undefined) {
    await writeAll(stage, [
      { name: objectDeclaration, bytes: Buffer.from('ocfl_object_1.1\n') },
      ...inventoryFiles(inventory),
    ])
    await rename(stage, folder)
  } else {
    await rename(path.join(stage, head), path.join(folder, head))
    await promote(folder, head)
  }
  await clearStaging(store)
  return { folder, version: head, added: true }
}

/** Nothing is written into a folder that holds anything but a store, or the beginnings of one. */
async function refuseForeign(store: string): Promise<void> {
  const names = await readdir(store)
  if (names.includes(rootDeclaration)) return
  const foreign = names.find((name) => !/^(?:ocfl_layout\.json|extensions|.*\.part)$/u.test(name))
  if (foreign !== undefined) throw new StoreProblem('foreign', path.join(store, foreign))
  if (!names.includes('extensions')) return
  const own = await readdir(path.join(store, 'extensions'))
  const other = own.find((name) => !name.startsWith('kanben-'))
  if (other !== undefined) throw new StoreProblem('foreign', path.join(store, 'extensions', other))
}

/** Makes an empty or new folder a store, and takes away what an earlier run left unfinished. */
async function openStore(store: string): Promise<void> {
  const names = await readdir(store)
  if (!names.includes(rootDeclaration)) {
    await writeWhole(path.join(store, 'ocfl_layout.json'), `${JSON.stringify(layout, undefined, 2)}\n`)
    // Last: with it the folder is a store.
    await writeWhole(path.join(store, rootDeclaration), 'ocfl_1.1\n')
  }
  for (const name of names) if (name.endsWith('.part')) await rm(path.join(store, name), { force: true })
  await clearStaging(store)
}

async function clearStaging(store: string): Promise<void> {
  await rm(path.join(store, staging), { recursive: true, force: true })
}

/**
 * The object's inventory; a version that was moved into its place but not yet named is named first.
 *
 * @returns `undefined` when the store does not hold the issue
 */
async function openObject(folder: string, id: string): Promise<Inventory | undefined> {
  if (!(await exists(folder))) return undefined
  const names = await readdir(folder)
  if (!names.includes(objectDeclaration)) throw new StoreProblem('foreign', folder)
  for (const name of names) if (name.endsWith('.part')) await rm(path.join(folder, name), { force: true })
  const newest = names
    .filter((name) => /^v[1-9]\d*$/u.test(name))
    .map((name) => Number(name.slice(1)))
    .reduce((a, b) => Math.max(a, b), 0)
  if (newest === 0) throw new StoreProblem('damaged', folder)
  const own = await readInventory(path.join(folder, `v${newest}`))
  if (own === undefined || own.id !== id) throw new StoreProblem('damaged', path.join(folder, `v${newest}`))
  const root = await readInventory(folder)
  if (root?.head !== own.head) {
    if (root !== undefined && Number(root.head.slice(1)) > newest) throw new StoreProblem('damaged', folder)
    await promote(folder, own.head)
  }
  return own
}

/** Makes a version's inventory the object's: first the inventory, then its sidecar, each in one step. */
async function promote(folder: string, head: string): Promise<void> {
  for (const name of ['inventory.json', 'inventory.json.sha512']) {
    await writeWhole(path.join(folder, name), await readFile(path.join(folder, head, name)))
  }
}

/** The inventory in a folder, or `undefined` when it is missing or not what its sidecar says. */
async function readInventory(folder: string): Promise<Inventory | undefined> {
  try {
    const bytes = await readFile(path.join(folder, 'inventory.json'))
    const sidecar = await readFile(path.join(folder, 'inventory.json.sha512'), 'utf8')
    if (sidecar.split(/\s/u)[0] !== digest('sha512', bytes)) return undefined
    return JSON.parse(bytes.toString('utf8')) as Inventory // our own, by its digest
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  )
}

async function writeAll(folder: string, files: readonly ArchiveFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    const place = path.join(folder, ...name.split('/'))
    await mkdir(path.dirname(place), { recursive: true })
    await writeFile(place, bytes)
  }
}

async function writeWhole(place: string, content: string | Uint8Array): Promise<void> {
  const part = `${place}.${randomUUID()}.part`
  await writeFile(part, content)
  await rename(part, place)
}
