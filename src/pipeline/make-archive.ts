import { portableNames, readmes, textFile, writeBag, type ArchiveFile } from '../archive/index.js'
import type { Context, IssueMetadata } from '../issue/index.js'
import { writeRecords, type IssueRecord } from '../record/index.js'
import { buildRecord, type BuildEnvironment } from './build-record.js'
import { dateOf } from './date-of.js'
import type { PreparedIssue } from './prepare.js'
import { producer } from './producer.js'
import { sourceFiles } from './source-files.js'
import { withSources } from './with-sources.js'

/** The editions that an archive holds. */
export interface ArchivedEditions {
  readonly reading: Uint8Array
  /** Press files, if they were asked for. */
  readonly press: readonly ArchiveFile[]
  readonly ebooks: readonly ArchiveFile[]
  readonly web: readonly ArchiveFile[]
  readonly record: IssueRecord
}

/** All files of the issue's bag: the editions, the manuscripts as they were, records, how it was made, a README. */
export async function makeArchive(
  prepared: PreparedIssue,
  { reading, press, ebooks, web, record }: ArchivedEditions,
  environment: BuildEnvironment,
  context: Context,
): Promise<ArchiveFile[]> {
  context.reporter.stage('archive')
  const { metadata } = prepared.issue
  const date = dateOf(metadata, context.clock)
  const sources = await sourceFiles(prepared)
  const names = portableNames(sources.map(({ name }) => name))
  const renamed = [...names].filter(([name, portable]) => name !== portable)
  const manuscripts = sources.map(({ name, bytes }) => ({
    name: `manuscript/${names.get(name) ?? name}`,
    bytes,
  }))
  const payload: ArchiveFile[] = [
    { name: `reading/${metadata.id}.pdf`, bytes: await withSources(reading, manuscripts, date) },
    ...under('press', press),
    ...under('ebook', ebooks),
    ...under('web', web),
    ...manuscripts,
    ...under(
      'records',
      writeRecords(record, date).map(({ name, text }) => textFile(name, text)),
    ),
    await buildRecord(prepared, environment, {
      date,
      press: press.length > 0,
      renamed: Object.fromEntries(renamed.map(([name, portable]) => [portable, name])),
    }),
    ...readmes({ title: issueTitle(metadata), id: metadata.id, producer, press: press.length > 0 }),
  ]
  return writeBag(payload, [
    ['Source-Organization', metadata.periodical.publisher ?? metadata.periodical.sponsor],
    ['Organization-Address', metadata.periodical.address],
    ['Contact-Email', metadata.periodical.email],
    ['External-Description', issueTitle(metadata)],
    ['External-Identifier', metadata.id],
    // The day of the issue and not of the bagging: the same issue makes the same bag.
    ['Bagging-Date', new Date(date * 1000).toISOString().slice(0, 10)],
    ['Bag-Software-Agent', producer],
  ])
}

function under(folder: string, files: readonly ArchiveFile[]): ArchiveFile[] {
  return files.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }))
}

function issueTitle({ periodical, issue }: IssueMetadata): string {
  return `${periodical.title} ${issue.year}年${issue.number === undefined ? '' : `第${issue.number}期`}`
}
