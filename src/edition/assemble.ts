import type {
  Article,
  ArticleStart,
  Draft,
  Edition,
  Hypertext,
  Issue,
  Part,
  Publication,
} from '../issue/index.js'
import { addressTree } from './address-tree.js'
import { contentsSections } from './contents-sections.js'
import { destinationsOf, type Destinations } from './destinations.js'
import { notesSection } from './notes-section.js'
import { speakDescriptions } from './speak-descriptions.js'
import { referencesSection } from './references-section.js'

export interface AssembleOptions {
  readonly edition: Edition
  /** Where articles begin that do not say so themselves: the theme's choice. `page` if absent. */
  readonly articleStart?: ArticleStart | undefined
  /** Not in print: the pages of the print edition will be given to `numberPages`. */
  readonly pagesKnown?: boolean | undefined
}

/**
 * Joins the articles to one publication: cover, 目次, articles, 版权页, with numbers, references, notes and links in the
 * form of the edition. References are expected to be checked (`checkReferences`).
 */
export function assemble(issue: Issue<Hypertext>, options: AssembleOptions): Publication<Draft> {
  const { edition } = options
  const destinations = destinationsOf(issue, edition, options.pagesKnown ?? false)
  const data = {
    sections: contentsSections(issue, edition),
    articles: issue.articles.map((article) => ({
      title: article.metadata.title,
      authors: article.metadata.authors.map((author) => author.name),
      start: startOf(article, options),
    })),
  }
  return {
    edition,
    metadata: issue.metadata,
    parts: [
      plainPart('cover', issue.metadata.periodical.title, { ...data, image: issue.metadata.coverImage }),
      plainPart('contents', '目次', data),
      ...issue.articles.map((article, index) =>
        articlePart(article, destinations, {
          isFirstOfSection: issue.articles[index - 1]?.section !== article.section,
          start: startOf(article, options),
        }),
      ),
      plainPart('colophon', '版权页', data),
    ],
  }
}

function startOf(article: Article<unknown>, { articleStart = 'page' }: AssembleOptions): ArticleStart {
  return article.start ?? articleStart
}

function plainPart(kind: 'cover' | 'contents' | 'colophon', title: string, data: Draft['data']): Part<Draft> {
  return {
    id: kind,
    kind,
    title,
    start: kind === 'contents' ? 'recto' : 'page',
    content: { data, slots: {} },
  }
}

function articlePart(
  article: Article<Hypertext>,
  destinations: Destinations,
  { isFirstOfSection, start }: { readonly isFirstOfSection: boolean; readonly start: ArticleStart },
): Part<Draft> {
  const { id, metadata, section, content } = article
  const addressing = { destinations, articleId: id }
  return {
    id,
    kind: 'article',
    title: metadata.title,
    section,
    start,
    ...(article.jump && { jump: { pages: article.jump.pages, after: article.jump.after } }),
    path: article.path,
    article: metadata,
    content: {
      data: { id, article: metadata, section, isFirstOfSection, kind: metadata.kind, start },
      slots: {
        body: addressTree(
          destinations.edition === 'print' ? speakDescriptions(content.body) : content.body,
          addressing,
        ),
        notes: notesSection(content.notes, addressing),
        references: referencesSection(metadata.references, addressing),
      },
    },
  }
}
