import type { Edition, Hypertext, Issue } from '../issue/index.js'
import { bookTitle, referenceText } from './reference-text.js'

/** Where a cross reference leads. */
export interface Destination {
  readonly articleId: string
  /** Absent: the article as a whole. */
  readonly id?: string | undefined
  /** What a reference without text of its own reads: 图1, 式（2）, 《title》. */
  readonly label: string
}

/** All targets of an issue, as one edition addresses them. */
export interface Destinations {
  readonly edition: Edition
  /** The pages of the print edition are known, so that this edition can name them. */
  readonly pagesKnown: boolean
  /** @param path manuscript file relative to the issue's folder */
  find(path: string, id: string | undefined): Destination | undefined
}

export function destinationsOf(issue: Issue<Hypertext>, edition: Edition, pagesKnown: boolean): Destinations {
  const byPath = new Map<string, ReadonlyMap<string | undefined, Destination>>()
  for (const article of issue.articles) {
    const targets = new Map<string | undefined, Destination>([
      [undefined, { articleId: article.id, label: bookTitle(article.metadata.title) }],
    ])
    for (const target of article.content.targets)
      targets.set(target.id, { articleId: article.id, id: target.id, label: referenceText(target) })
    byPath.set(article.path, targets)
  }
  return { edition, pagesKnown, find: (path, id) => byPath.get(path)?.get(id) }
}
