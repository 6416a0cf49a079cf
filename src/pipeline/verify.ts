import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  checkBag,
  readPackage,
  UnreadableArchive,
  type ArchiveFile,
  type BagProblem,
} from '../archive/index.js'
import type { Context } from '../issue/index.js'
import {
  readBuildRecord,
  recordChanges,
  recordName,
  type BuildRecord,
  type RecordChange,
} from './build-record.js'
import { checkFormats, type FormatProblem } from './check-formats.js'
import { compareBuilds, type Difference } from './compare-builds.js'
import { makeIssue } from './make-issue.js'
import { producer } from './producer.js'

export interface VerifyOptions {
  /** Folder, ZIP or tar. */
  readonly bag: string
  /** Builds the issue again from the manuscripts in the bag. Default true. */
  readonly rebuild?: boolean | undefined
}

/** How the files of a new build compare with those in the bag. */
export interface Rebuild {
  /** What built the archived files, and what built them now. */
  readonly archivedBy: string
  readonly builtBy: string
  /** Files that are the same, byte for byte. */
  readonly same: number
  readonly differing: readonly Difference[]
  /** What made the archived files and is another now: why files may differ. */
  readonly changes: readonly RecordChange[]
  /** The manuscripts have errors by today's rules; nothing was built. */
  readonly failed: boolean
}

export interface VerifyResult {
  readonly ok: boolean
  /** The package cannot be opened: nothing else was looked at. */
  readonly unreadable?: string | undefined
  readonly bag: readonly BagProblem[]
  readonly formats: readonly FormatProblem[]
  /** Absent when it was not asked for, when the bag is damaged, or when the bag is not one of ours. */
  readonly rebuild?: Rebuild | undefined
  readonly files: number
}

/**
 * Verifies an archived issue: that the bag is whole, that each file is what its format asks for, and that the manuscripts
 * still make the same files.
 *
 * @throws the file system's error when there is no such bag
 */
export async function verify(options: VerifyOptions, context: Context): Promise<VerifyResult> {
  context.reporter.stage('verify')
  let files: ArchiveFile[]
  try {
    files = await readPackage(options.bag)
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error
    return { ok: false, unreadable: error.message, bag: [], formats: [], files: 0 }
  }
  const bag = checkBag(files)
  const payload = payloadOf(files)
  const formats = await checkFormats(payload)
  const record = readBuildRecord(payload.find(({ name }) => name === recordName)?.bytes)
  const wanted = (options.rebuild ?? true) && bag.length === 0 && record !== undefined
  const rebuild = wanted ? await buildAgain(payload, record, context) : undefined
  const sound = bag.length === 0 && formats.length === 0
  const rebuilt = rebuild === undefined || (!rebuild.failed && rebuild.differing.length === 0)
  return { ok: sound && rebuilt, bag, formats, rebuild, files: files.length }
}

async function buildAgain(
  payload: readonly ArchiveFile[],
  record: BuildRecord,
  context: Context,
): Promise<Rebuild> {
  const root = await mkdtemp(path.join(tmpdir(), 'kanben-verify-'))
  try {
    for (const { name, bytes } of payload) {
      if (!name.startsWith('manuscript/')) continue
      const stored = name.slice('manuscript/'.length)
      const place = path.join(root, ...(record.renamed[stored] ?? stored).split('/'))
      // A forged record could name a file outside.
      if (path.relative(root, place).startsWith('..')) continue
      await mkdir(path.dirname(place), { recursive: true })
      await writeFile(place, bytes)
    }
    const { made } = await makeIssue(
      { root, only: ['archive'], native: record.options.native, withPress: record.options.press },
      {
        ...context,
        clock: { ...context.clock, sourceDateEpoch: record.sourceDateEpoch, now: () => context.clock.now() },
      },
    )
    const shared = { archivedBy: record.producer, builtBy: producer }
    if (made === undefined) return { ...shared, same: 0, differing: [], changes: [], failed: true }
    const built = payloadOf(made.outputs.folders[0]?.files ?? [])
    const changes = recordChanges(
      record,
      readBuildRecord(built.find(({ name }) => name === recordName)?.bytes),
    )
    // The record names the machine and is compared by what it says.
    const outputs = (files: readonly ArchiveFile[]): ArchiveFile[] =>
      files.filter(({ name }) => name !== recordName)
    return { ...shared, ...(await compareBuilds(outputs(payload), outputs(built))), changes, failed: false }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function payloadOf(bag: readonly ArchiveFile[]): ArchiveFile[] {
  return bag
    .filter(({ name }) => name.startsWith('data/'))
    .map((file) => ({ ...file, name: file.name.slice('data/'.length) }))
}
