import type { Position } from 'unist'
import type { VFile } from 'vfile'
import {
  articleExists,
  articleInside,
  articleIsFile,
  articleIsMarkdown,
  articleNameExact,
  articleOnce,
  contentsFilled,
  report,
} from '../diagnostics/index.js'
import type { Found, IssueFolder } from './issue-folder.js'
import { issuePath } from './issue-path.js'
import type { YamlRecord } from './yaml-record.js'

/** A file that the contents list and that is there. */
export interface ListedFile {
  /** Plain, relative to the issue's folder. */
  readonly path: string
  readonly section: string
  /** As it is written; the schema says whether it is a start. */
  readonly start: unknown
  readonly jump: unknown
  readonly jumpPlace: Position | undefined
  readonly place: Position | undefined
  readonly found: Extract<Found, { kind: 'file' }>
}

/** What the contents come to. */
export interface Contents {
  readonly listed: readonly ListedFile[]
  /** Plain paths of files that are meant, though by another name. */
  readonly meant: ReadonlySet<string>
}

/**
 * Finds the files that the contents list and reports those that cannot be an article. It looks at what was written,
 * whether the rest of `issue.yaml` is sound or not, so that one run tells everything.
 */
export async function listContents(
  file: VFile,
  record: YamlRecord,
  folder: IssueFolder,
): Promise<Contents> {
  const listed: ListedFile[] = []
  const meant = new Set<string>()
  const lines = new Map<string, number>()
  const sections = asList(asKeys(record.value)['contents'])
  if (sections?.length === 0) {
    report(file, contentsFilled, record.keyPlace(['contents']), { section: undefined })
  }
  for (const [index, written] of (sections ?? []).entries()) {
    const { section, articles } = asKeys(written)
    const name = typeof section === 'string' ? section : ''
    const entries = asList(articles)
    if (entries?.length === 0) {
      report(file, contentsFilled, record.keyPlace(['contents', index, 'articles']), { section: name })
    }
    for (const [number, entry] of (entries ?? []).entries()) {
      const { file: path, start, jump } = typeof entry === 'string' ? { file: entry } : asKeys(entry)
      if (typeof path !== 'string') continue
      const place = record.valuePlace(['contents', index, 'articles', number, 'file'])
      const plain = issuePath(path)
      if ('problem' in plain) {
        report(file, articleInside, place, { path, problem: plain.problem })
        continue
      }
      const earlier = lines.get(plain.path)
      if (earlier !== undefined) {
        report(file, articleOnce, place, { path: plain.path, line: earlier })
        continue
      }
      lines.set(plain.path, place?.start.line ?? 1)
      const article = await findArticle(file, folder, plain.path, place)
      const jumpPlace =
        jump === undefined
          ? undefined
          : record.valuePlace(['contents', index, 'articles', number, 'jump', 'after'])
      if ('found' in article) listed.push({ ...article, section: name, start, jump, jumpPlace, place })
      else meant.add(article.meant)
    }
  }
  return { listed, meant }
}

/** A file whose name differs in upper and lower case alone is reported and read all the same. */
async function findArticle(
  file: VFile,
  folder: IssueFolder,
  path: string,
  place: Position | undefined,
): Promise<Pick<ListedFile, 'path' | 'found'> | { readonly meant: string }> {
  const found = await folder.find(path)
  if (found.kind === 'missing') {
    report(file, articleExists, place, { path, nearest: found.nearest })
    return { meant: found.nearest ?? path }
  }
  if (found.kind === 'misnamed') {
    report(file, articleNameExact, place, { path, actual: found.actual })
    return findArticle(file, folder, found.actual, place)
  }
  if (found.kind === 'outside') report(file, articleInside, place, { path, problem: 'link' })
  else if (found.kind !== 'file') report(file, articleIsFile, place, { path, problem: found.kind })
  else if (!/\.(?:md|markdown)$/i.test(path)) report(file, articleIsMarkdown, place, { path })
  else return { path, found }
  return { meant: path }
}

function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined
}

function asKeys(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
