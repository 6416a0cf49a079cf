import type { VFile } from 'vfile'
import { messagesToJson } from '../diagnostics/index.js'
import {
  foliosOfPart,
  pageRange,
  type Artefact,
  type FolderArtefact,
  type Issue,
  type Pagination,
} from '../issue/index.js'
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
  const report = {
    producer,
    id: issue.metadata.id,
    pages: pagination.pageCount,
    articles: issue.articles.map((article, index) => {
      const folios = foliosOfPart(pagination, article.id, issue.articles[index + 1]?.id ?? 'colophon')
      return {
        file: article.path,
        id: article.id,
        title: article.metadata.title,
        firstPage: folios[0],
        lastPage: folios.at(-1),
        pages: pageRange(folios),
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
