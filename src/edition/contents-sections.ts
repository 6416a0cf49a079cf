import type { Article, ArticleKind, Edition, Hypertext, Issue } from '../issue/index.js'
import { addressHref } from './address.js'

/** One line of 目次 (GB/T 13417: title, authors, page). */
export interface ContentsEntry {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly subtitle?: string | undefined
  readonly authors: readonly string[]
  readonly kind: ArticleKind
  /** Element whose page is the entry's. */
  readonly pageOf: string
}

/** A 栏目 with its articles. */
export interface ContentsSection {
  readonly title: string
  readonly articles: readonly ContentsEntry[]
}

/** The issue's sections in order; neighbouring articles of one section stand together. */
export function contentsSections(issue: Issue<Hypertext>, edition: Edition): ContentsSection[] {
  const sections: { title: string; articles: ContentsEntry[] }[] = []
  for (const article of issue.articles) {
    const last = sections.at(-1)
    if (last?.title === article.section) last.articles.push(entry(article, edition))
    else sections.push({ title: article.section, articles: [entry(article, edition)] })
  }
  return sections
}

function entry({ id, metadata }: Article<Hypertext>, edition: Edition): ContentsEntry {
  return {
    id,
    href: addressHref(edition, id, undefined),
    title: metadata.title,
    subtitle: metadata.subtitle,
    authors: metadata.authors.map((author) => author.name),
    kind: metadata.kind,
    pageOf: id,
  }
}
