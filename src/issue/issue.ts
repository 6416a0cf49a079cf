import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { ArticleJump, ArticleMetadata, ArticleStart, IssueMetadata } from './metadata.js'

/** One article at one stage of the way; `Content` is what the stage made of its text. */
export interface Article<Content> {
  /** ASCII, an XML name, unique in the issue, made from the file name: `a03-path`. */
  readonly id: string
  /** Path relative to the issue's folder, with forward slashes. */
  readonly path: string
  readonly section: string
  /** Absent: where the theme lets articles begin. */
  readonly start?: ArticleStart | undefined
  /** With its place in `issue.yaml`. */
  readonly jump?: (ArticleJump & { readonly position: Position | undefined }) | undefined
  readonly metadata: ArticleMetadata
  /** Carries the manuscript's text and every message about it. */
  readonly file: VFile
  readonly content: Content
}

/** The issue at one stage: stages joined in the wrong order do not compile, because `Content` differs. */
export interface Issue<Content> {
  /** Absolute path of the issue's folder. */
  readonly root: string
  readonly metadata: IssueMetadata
  /** `issue.yaml`, with every message about it. */
  readonly file: VFile
  readonly articles: readonly Article<Content>[]
}

/** The stage after load: the Markdown text, its YAML block still in place so that positions hold. */
export type Source = string

/** The same issue with each article's content replaced. */
export function mapArticles<From, To>(issue: Issue<From>, change: (article: Article<From>) => To): Issue<To> {
  return {
    ...issue,
    articles: issue.articles.map((article) => ({ ...article, content: change(article) })),
  }
}
