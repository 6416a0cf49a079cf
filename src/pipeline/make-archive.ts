import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { portableNames, readFolder, readmes, textFile, writeBag, type ArchiveFile } from '../archive/index.js'
import type { Context, IssueMetadata } from '../issue/index.js'
import { attachSources, type SourceFile } from '../press/index.js'
import { writeRecords, type IssueRecord } from '../record/index.js'
import { buildRecord, type BuildEnvironment } from './build-record.js'
import { dateOf } from './date-of.js'
import type { PreparedIssue } from './prepare.js'
import { producer } from './producer.js'

/** The editions that an archive holds. */
export interface ArchivedEditions {
  readonly reading: Uint8Array
  readonly ebooks: readonly ArchiveFile[]
  readonly web: readonly ArchiveFile[]
  readonly record: IssueRecord
}

/** All files of the issue's bag: the editions, the manuscripts as they were, records, how it was made, a README. */
export async function makeArchive(
  prepared: PreparedIssue,
  { reading, ebooks, web, record }: ArchivedEditions,
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
    { name: `reading/${metadata.id}.pdf`, bytes: await attachSources(reading, attached(manuscripts), date) },
    ...under('ebook', ebooks),
    ...under('web', web),
    ...manuscripts,
    ...under(
      'records',
      writeRecords(record, date).map(({ name, text }) => textFile(name, text)),
    ),
    await buildRecord(prepared, environment, {
      date,
      renamed: Object.fromEntries(renamed.map(([name, portable]) => [portable, name])),
    }),
    ...readmes({ title: issueTitle(metadata), id: metadata.id, producer }),
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

const mediaTypes: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  yaml: 'application/yaml',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

/** The manuscripts as the reading PDF carries them (PDF/A-3a). */
function attached(files: readonly ArchiveFile[]): SourceFile[] {
  return files.map(({ name, bytes }) => {
    const mediaType = mediaTypes[/\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? '']
    return { name, bytes, mediaType: mediaType ?? 'application/octet-stream' }
  })
}

function under(folder: string, files: readonly ArchiveFile[]): ArchiveFile[] {
  return files.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }))
}

/** What the issue was built from, byte by byte: `issue.yaml`, the manuscripts, their pictures, and a theme of its own. */
async function sourceFiles({ issue, assets, theme }: PreparedIssue): Promise<ArchiveFile[]> {
  const names = new Set(['issue.yaml', ...issue.articles.map((article) => article.path), ...assets.keys()])
  const files: ArchiveFile[] = []
  for (const name of names) {
    const picture = assets.get(name)
    files.push({ name, bytes: picture?.bytes ?? (await readFile(path.join(issue.root, ...name.split('/')))) })
  }
  const themeFolder = path.relative(issue.root, theme.folder)
  if (path.isAbsolute(themeFolder) || themeFolder.startsWith('..')) return files
  const own = await readFolder(theme.folder)
  return [
    ...files,
    ...under(themeFolder.split(path.sep).join('/'), own).filter(({ name }) => !names.has(name)),
  ]
}

function issueTitle({ periodical, issue }: IssueMetadata): string {
  return `${periodical.title} ${issue.year}年${issue.number === undefined ? '' : `第${issue.number}期`}`
}
