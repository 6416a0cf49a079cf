import { fileURLToPath } from 'node:url'
import { makeRecord } from '../../src/pipeline/make-record.js'
import { prepare, type PreparedIssue } from '../../src/pipeline/prepare.js'
import type { Pagination } from '../../src/issue/index.js'
import type { IssueRecord } from '../../src/record/index.js'

/** Every id stands on the page of its article, which has ten; nothing is printed. */
export function tenPagesEach(prepared: PreparedIssue): Pagination {
  const pageOf = new Map<string, number>()
  for (const [index, article] of prepared.issue.articles.entries()) {
    pageOf.set(article.id, index * 10 + 2)
    for (const target of article.content.targets) pageOf.set(`${article.id}--${target.id}`, index * 10 + 2)
  }
  const pageCount = prepared.issue.articles.length * 10 + 3
  pageOf.set('cover', 0)
  pageOf.set('contents', 1)
  pageOf.set('colophon', pageCount - 1)
  return { pageCount, pageOf, folios: Array.from({ length: pageCount }, (_, index) => String(index + 1)) }
}

/** An issue's folder as far as its manuscripts go. */
export async function prepareFolder(folder: string): Promise<PreparedIssue> {
  const { prepared, files } = await prepare(folder, {
    clock: { sourceDateEpoch: 0, now: () => 0 },
    reporter: { stage: () => {}, detail: () => {} },
    signal: new AbortController().signal,
    browserPath: undefined,
  })
  if (prepared === undefined) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'))
  return prepared
}

export const sampleFolder = fileURLToPath(new URL('../../manuscript', import.meta.url))

export async function recordOf(folder: string): Promise<IssueRecord> {
  const prepared = await prepareFolder(folder)
  return makeRecord(prepared.issue, tenPagesEach(prepared))
}
