import { VFile } from 'vfile'
import type { Article, ArticleMetadata, Source } from '../../../src/issue/index.js'

/** An article from Markdown alone, for tests. */
export function articleOf(
  markdown: string,
  options: {
    readonly path?: string
    readonly id?: string
    readonly metadata?: Partial<ArticleMetadata>
  } = {},
): Article<Source> {
  const { path = '01-a.md', id = 'a01-a', metadata } = options
  return {
    id,
    path,
    section: '专题',
    start: 'page',
    metadata: {
      title: '题目',
      kind: 'article',
      authors: [],
      keywords: [],
      keywordsEn: [],
      references: [],
      ...metadata,
    },
    file: new VFile({ path, value: markdown }),
    content: markdown,
  }
}

/** Messages as `rule line:column`, in the order in which they were reported. */
export function messagesOf(file: VFile): string[] {
  return file.messages.map(
    (message) => `${message.ruleId ?? ''} ${message.line ?? ''}:${message.column ?? ''}`,
  )
}
