import type { VFile } from 'vfile'
import { messagesToJson } from '../diagnostics/index.js'
import type { Artefact, FolderArtefact, Issue, Pagination } from '../issue/index.js'
import type { BuildStatistics } from './build-statistics.js'
import { producer } from './producer.js'
import { folderDigest, sha256 } from './write-artefacts.js'

export interface ReportInput {
  readonly issue: Issue<unknown>
  readonly pagination: Pagination
  /** Of composed pages. */
  readonly statistics?: BuildStatistics | undefined
  readonly files: readonly VFile[]
  readonly artefacts: readonly Artefact[]
  readonly folders?: readonly FolderArtefact[] | undefined
}

/** `<id>.report.json`: pages, first and last page of each article, messages, and the digest of each file. */
export function reportArtefact({
  issue,
  pagination,
  statistics,
  files,
  artefacts,
  folders = [],
}: ReportInput): Artefact {
  const { pageCount, folios } = pagination
  const partStarts = issue.articles.map(({ id }) => pagination.pageOf.get(id) ?? 0)
  const colophon = pagination.pageOf.get('colophon') ?? pageCount
  const report = {
    producer,
    id: issue.metadata.id,
    pages: pageCount,
    articles: issue.articles.map((article, index) => {
      const first = partStarts[index] ?? 0
      const last = (partStarts[index + 1] ?? colophon) - 1
      return {
        file: article.path,
        id: article.id,
        title: article.metadata.title,
        firstPage: folios[first],
        lastPage: folios[last],
      }
    }),
    composition: statistics,
    messages: messagesToJson(files),
    files: artefacts.map(({ kind, name, bytes }) => ({
      kind,
      name,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    folders: folders.map((folder) => ({
      kind: folder.kind,
      name: folder.name,
      files: folder.files.length,
      sha256: folderDigest(folder.files),
    })),
  }
  return {
    kind: 'report',
    name: `${issue.metadata.id}.report.json`,
    bytes: new TextEncoder().encode(`${JSON.stringify(report, undefined, 2)}\n`),
  }
}
