import path from 'node:path'
import { VFile } from 'vfile'
import {
  articleIsFile,
  articleListed,
  hasErrors,
  issueFileExists,
  issueFileFilled,
  issueFolderExists,
  nearestName,
  report,
} from '../diagnostics/index.js'
import type { Article, ArticleMetadata, ArticleStart, Issue, Source } from '../issue/index.js'
import { articleIds } from './article-id.js'
import { IssueFolder } from './issue-folder.js'
import { type ListedFile, listContents } from './list-contents.js'
import type { PictureUse } from './load-assets.js'
import { readArticleMetadata } from './read-article-metadata.js'
import { readJump } from './read-jump.js'
import { readIssueMetadata } from './read-issue-metadata.js'
import { readTextFile } from './read-text-file.js'
import { type YamlRecord, readYaml } from './yaml-record.js'

export interface LoadedIssue {
  /** Given only when nothing that was read is an error. */
  readonly issue?: Issue<Source>
  /** The cover's picture, for `loadAssets`, so that messages about it stand in `issue.yaml`. */
  readonly coverUse?: PictureUse
  /** `issue.yaml`, the articles in the order of the contents, then Markdown files that are not listed. */
  readonly files: readonly VFile[]
}

/**
 * Reads `issue.yaml` and every article that it lists. All that is wrong is reported at once, on the file it is about.
 *
 * @param root the issue's folder
 */
export async function loadIssue(root: string): Promise<LoadedIssue> {
  const cwd = path.resolve(root)
  const file = new VFile({ path: 'issue.yaml', cwd })
  const folder = await IssueFolder.open(cwd)
  if (typeof folder === 'string') {
    report(file, issueFolderExists, undefined, { folder: root, problem: folder })
    return { files: [file] }
  }
  const record = await readIssueFile(file, folder)
  if (!record) return { files: [file] }
  const head = await readIssueMetadata(file, record, folder)
  const { listed, meant } = await listContents(file, record, folder)
  const read = await Promise.all(listed.map((each) => readArticle(cwd, file, each)))
  const files = [file, ...read.map((each) => each.file), ...(await unlistedFiles(cwd, folder, [...listed.map((each) => each.path), ...meant]))]
  const ids = articleIds(listed.map((each) => each.path))
  const jumps = listed.map((_, index) => readJump(file, listed, ids, index))
  if (!head || hasErrors(files)) return { files }

  const articles = read.flatMap((each, index): Article<Source>[] => {
    const entry = listed[index]
    const id = ids[index]
    if (!each.metadata || !entry || id === undefined) return []
    const start = startOf(entry.start) ?? head.articleStart
    return [
      {
        id,
        path: entry.path,
        section: entry.section,
        start,
        ...(jumps[index] && { jump: jumps[index] }),
        metadata: each.metadata,
        file: each.file,
        content: String(each.file),
      },
    ]
  })
  const { metadata } = head
  return {
    issue: { root: cwd, metadata, file, articles },
    ...(metadata.coverImage === undefined
      ? {}
      : {
          coverUse: {
            path: metadata.coverImage,
            file,
            position: record.valuePlace(['cover', 'image']),
          },
        }),
    files,
  }
}

async function readIssueFile(file: VFile, folder: IssueFolder): Promise<YamlRecord | undefined> {
  const found = await folder.find('issue.yaml')
  if (found.kind !== 'file') {
    const names = await folder.list('')
    const nearest =
      found.kind === 'misnamed'
        ? found.actual
        : (names.find((name) => /^issue\.ya?ml(?:\.txt)?$/i.test(name)) ?? nearestName('issue.yaml', names))
    report(file, issueFileExists, undefined, { nearest })
    return undefined
  }
  const text = await readTextFile(file, found)
  if (text === 'unreadable') {
    report(file, articleIsFile, undefined, { path: file.path, problem: 'unreadable' })
    return undefined
  }
  if (text === undefined) return undefined
  const record = readYaml(file, text)
  if (record && record.value === null) {
    report(file, issueFileFilled, undefined, {})
    return undefined
  }
  return record
}

async function readArticle(
  cwd: string,
  issueFile: VFile,
  { path: place, found, place: listedAt }: ListedFile,
): Promise<{ file: VFile; metadata?: ArticleMetadata | undefined }> {
  const file = new VFile({ path: place, cwd })
  const text = await readTextFile(file, found)
  if (text === 'unreadable') {
    report(issueFile, articleIsFile, listedAt, { path: place, problem: 'unreadable' })
    return { file }
  }
  return text === undefined ? { file } : { file, metadata: readArticleMetadata(file, text) }
}

/** Markdown files beside the articles that nobody lists; a README and names that begin with `_` or `.` are not meant. */
async function unlistedFiles(
  cwd: string,
  folder: IssueFolder,
  listed: readonly string[],
): Promise<VFile[]> {
  const known = new Set(listed.map((each) => each.normalize()))
  const places = new Set(['.', ...listed.map((each) => path.posix.dirname(each))])
  const files: VFile[] = []
  for (const place of places) {
    for (const name of await folder.list(place)) {
      const here = path.posix.join(place, name)
      if (!/^(?!readme|[._]).*\.(?:md|markdown)$/i.test(name) || known.has(here.normalize())) continue
      known.add(here.normalize())
      const file = new VFile({ path: here, cwd })
      report(file, articleListed, undefined, {})
      files.push(file)
    }
  }
  return files
}

function startOf(written: unknown): ArticleStart | undefined {
  return written === 'page' || written === 'recto' || written === 'run-on' ? written : undefined
}
