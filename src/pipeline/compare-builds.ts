import { readZip, UnreadableArchive, type ArchiveFile } from '../archive/index.js'
import { loadPdf } from '../press/index.js'

/** A file of a bag that a new build makes otherwise. */
export interface Difference {
  readonly file: string
  /** `missing`: no longer made. `added`: not in the bag. */
  readonly kind: 'changed' | 'missing' | 'added'
  /** First line of a text that is another, from 1. */
  readonly line?: number | undefined
  /** Files within a changed ePub that differ. */
  readonly within?: readonly string[] | undefined
  /** Pages of a PDF, archived and now, where their number is another. */
  readonly pages?: readonly [archived: number, now: number] | undefined
}

/** How many files of two builds are the same, byte for byte, and what is different about the others. */
export async function compareBuilds(
  archived: readonly ArchiveFile[],
  built: readonly ArchiveFile[],
): Promise<{ readonly same: number; readonly differing: readonly Difference[] }> {
  const now = new Map(built.map(({ name, bytes }) => [name, bytes]))
  const differing: Difference[] = []
  let same = 0
  for (const { name, bytes } of archived) {
    const other = now.get(name)
    if (other === undefined) differing.push({ file: name, kind: 'missing' })
    else if (Buffer.compare(bytes, other) === 0) same += 1
    else differing.push({ file: name, kind: 'changed', ...(await changeIn(name, bytes, other)) })
  }
  const before = new Set(archived.map(({ name }) => name))
  for (const name of now.keys()) if (!before.has(name)) differing.push({ file: name, kind: 'added' })
  return { same, differing }
}

async function changeIn(
  name: string,
  archived: Uint8Array,
  now: Uint8Array,
): Promise<Pick<Difference, 'line' | 'within' | 'pages'>> {
  if (name.endsWith('.pdf')) {
    const [before, after] = [await pageCount(archived), await pageCount(now)]
    return before === undefined || after === undefined || before === after ? {} : { pages: [before, after] }
  }
  if (name.endsWith('.epub')) return { within: differingEntries(archived, now) }
  if (/\.(?:xml|json|html|css|svg|md|yaml|txt|bib|ris)$/u.test(name))
    return { line: firstLine(archived, now) }
  return {}
}

async function pageCount(bytes: Uint8Array): Promise<number | undefined> {
  try {
    return (await loadPdf(bytes)).getPageCount()
  } catch {
    return undefined // said by the check of formats
  }
}

function differingEntries(archived: Uint8Array, now: Uint8Array): string[] {
  try {
    const before = new Map(readZip(archived).map(({ name, bytes }) => [name, bytes]))
    const after = new Map(readZip(now).map(({ name, bytes }) => [name, bytes]))
    const names = [...new Set([...before.keys(), ...after.keys()])]
    return names.filter((name) => {
      const [one, other] = [before.get(name), after.get(name)]
      return one === undefined || other === undefined || Buffer.compare(one, other) !== 0
    })
  } catch (error) {
    if (error instanceof UnreadableArchive) return []
    throw error
  }
}

function firstLine(archived: Uint8Array, now: Uint8Array): number {
  let line = 1
  for (let at = 0; at < archived.length && archived[at] === now[at]; at += 1)
    if (archived[at] === 10) line += 1
  return line
}
