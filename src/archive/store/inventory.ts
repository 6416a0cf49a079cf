import { byName, type ArchiveFile } from '../archive-file.js'
import { digest } from '../digest.js'

/** An OCFL 1.1 inventory (§3.5), SHA-512. */
export interface Inventory {
  readonly id: string
  readonly type: 'https://ocfl.io/1.1/spec/#inventory'
  readonly digestAlgorithm: 'sha512'
  readonly head: string
  /** Content paths by digest. */
  readonly manifest: Readonly<Record<string, readonly string[]>>
  readonly versions: Readonly<Record<string, Version>>
}

export interface Version {
  /** RFC 3339. */
  readonly created: string
  readonly message: string
  readonly user: { readonly name: string; readonly address?: string | undefined }
  /** Logical paths by digest. */
  readonly state: Readonly<Record<string, readonly string[]>>
}

/** What a new version says of itself. */
export interface VersionNote {
  readonly created: string
  readonly message: string
  readonly user: { readonly name: string; readonly address?: string | undefined }
}

/** A new version: its inventory, and the files that no earlier version has. */
export interface NewVersion {
  readonly inventory: Inventory
  /** Relative to the object's folder. */
  readonly content: readonly ArchiveFile[]
}

/** The version after `before`'s head with these files; nothing when the head holds exactly them. */
export function nextVersion(
  id: string,
  files: readonly ArchiveFile[],
  note: VersionNote,
  before: Inventory | undefined,
): NewVersion | undefined {
  const number = before === undefined ? 1 : Number(before.head.slice(1)) + 1
  const head = `v${number}`
  const manifest = new Map<string, string[]>(
    Object.entries(before?.manifest ?? {}).map(([sum, paths]) => [sum, [...paths]]),
  )
  const state = new Map<string, string[]>()
  const content: ArchiveFile[] = []
  for (const { name, bytes } of byName(files)) {
    const sum = digest('sha512', bytes)
    state.set(sum, [...(state.get(sum) ?? []), name])
    if (manifest.has(sum)) continue
    const path = `${head}/content/${name}`
    manifest.set(sum, [path])
    content.push({ name: path, bytes })
  }
  const version = { ...note, state: sorted(state) }
  if (
    before !== undefined &&
    JSON.stringify(before.versions[before.head]?.state) === JSON.stringify(version.state)
  )
    return undefined
  const inventory: Inventory = {
    id,
    type: 'https://ocfl.io/1.1/spec/#inventory',
    digestAlgorithm: 'sha512',
    head,
    manifest: sorted(manifest),
    versions: { ...before?.versions, [head]: version },
  }
  return { inventory, content }
}

function sorted(map: ReadonlyMap<string, readonly string[]>): Record<string, readonly string[]> {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** `inventory.json` and its sidecar (§3.7). */
export function inventoryFiles(inventory: Inventory, folder = ''): ArchiveFile[] {
  const bytes = new TextEncoder().encode(`${JSON.stringify(inventory, undefined, 2)}\n`)
  const sidecar = new TextEncoder().encode(`${digest('sha512', bytes)}  inventory.json\n`)
  return [
    { name: `${folder}inventory.json`, bytes },
    { name: `${folder}inventory.json.sha512`, bytes: sidecar },
  ]
}
