import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { digest, textFile, type ArchiveFile } from '../archive/index.js'
import type { PreparedIssue } from './prepare.js'
import { producer } from './producer.js'

/** What of the machine a build depends on. */
export interface BuildEnvironment {
  /** Name and version of the browser. */
  readonly browser: string
  readonly native: boolean
}

/** Of the record's file in the payload. */
export const recordName = 'build.json'

/** `build.json` as `verify` reads it. */
export interface BuildRecord {
  readonly format: 'kanben-build-1'
  readonly producer: string
  /** Seconds since 1970: the date that all outputs bear. */
  readonly sourceDateEpoch: number
  readonly options: { readonly native: boolean; readonly press?: boolean | undefined }
  readonly environment: { readonly browser: string; readonly node: string }
  readonly theme: string
  readonly fonts: readonly {
    readonly family: string
    readonly weight: number
    readonly style: string
    readonly file: string
    readonly sha256: string
  }[]
  /** Original names of files under `manuscript/` by their names in the bag, where these differ. */
  readonly renamed: Readonly<Record<string, string>>
}

/** How the issue was made: versions, options, and the digests of the fonts as they were before they were cut. */
export async function buildRecord(
  { theme, issue }: PreparedIssue,
  { browser, native }: BuildEnvironment,
  {
    date,
    press,
    renamed,
  }: { readonly date: number; readonly press: boolean; readonly renamed: Readonly<Record<string, string>> },
): Promise<ArchiveFile> {
  const sums = new Map<string, string>()
  for (const file of new Set(theme.faces.flatMap((face) => face.files)))
    sums.set(file, digest('sha256', await readFile(file)))
  const record: BuildRecord = {
    format: 'kanben-build-1',
    producer,
    sourceDateEpoch: date,
    options: { native, press },
    environment: { browser, node: process.versions.node },
    theme: path.isAbsolute(issue.metadata.theme) ? path.basename(issue.metadata.theme) : issue.metadata.theme,
    fonts: theme.faces.flatMap(({ family, weight, style, files }) =>
      files.map((file) => ({
        family,
        weight,
        style,
        file: path.basename(file),
        sha256: sums.get(file) ?? '',
      })),
    ),
    renamed,
  }
  return textFile(recordName, `${JSON.stringify(record, undefined, 2)}\n`)
}

/** The record in a bag, or nothing when it is not one of ours. */
export function readBuildRecord(bytes: Uint8Array | undefined): BuildRecord | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const isOurs = typeof value === 'object' && value !== null && 'format' in value
    return isOurs && value.format === 'kanben-build-1' ? (value as BuildRecord) : undefined
  } catch {
    return undefined
  }
}

/** A part of the making that is another now. */
export interface RecordChange {
  readonly part: 'program' | 'browser' | 'node' | 'font'
  /** Versions, or a font's file name; empty when it was not there, or is no longer. */
  readonly archived: string
  readonly now: string
}

/** What in the making of two builds differs. */
export function recordChanges(archived: BuildRecord, now: BuildRecord | undefined): RecordChange[] {
  if (now === undefined) return []
  const parts: readonly RecordChange[] = [
    { part: 'program', archived: archived.producer, now: now.producer },
    { part: 'browser', archived: archived.environment.browser, now: now.environment.browser },
    { part: 'node', archived: archived.environment.node, now: now.environment.node },
  ]
  const [before, after] = [fontSums(archived), fontSums(now)]
  const files = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  )
  const fonts = files.map((file): RecordChange => ({
    part: 'font',
    archived: before.has(file) ? file : '',
    now: after.has(file) ? file : '',
  }))
  return [...parts.filter((part) => part.archived !== part.now), ...fonts]
}

function fontSums({ fonts }: BuildRecord): ReadonlyMap<string, string> {
  return new Map(fonts.map(({ file, sha256 }) => [file, sha256]))
}
