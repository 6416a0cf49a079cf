import type { Root } from 'hast'
import type { ArticleJump, ArticleMetadata, ArticleStart, IssueMetadata } from './metadata.js'

export type Edition = 'print' | 'ebook' | 'web'

export type PartKind = 'cover' | 'contents' | 'article' | 'colophon'

/** Metadata that the templates show; strings are plain text. */
export type TemplateData = Readonly<Record<string, unknown>>

/**
 * What the edition hands to the theme for one part: data for the part's template, and trees for the template's
 * slots (`<div data-slot="body">` is replaced by the tree of that name).
 */
export interface Draft {
  readonly data: TemplateData
  readonly slots: Readonly<Record<string, Root>>
}

/** A stretch of pages with one running head: the cover, 目次, an article, 版权页. */
export interface Part<Content> {
  /** ASCII, an XML name, unique in the publication. An article's part has the article's id. */
  readonly id: string
  readonly kind: PartKind
  readonly title: string
  /** 栏目; articles only. */
  readonly section?: string | undefined
  readonly start: ArticleStart
  /** In print. */
  readonly jump?: ArticleJump | undefined
  /** Manuscript file the part comes from; articles only. */
  readonly path?: string | undefined
  readonly article?: ArticleMetadata | undefined
  readonly content: Content
}

/** The issue where print, ebook and web part from each other. */
export interface Publication<Content> {
  readonly edition: Edition
  readonly metadata: IssueMetadata
  readonly parts: readonly Part<Content>[]
}
