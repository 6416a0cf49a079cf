import type { Root } from 'hast'
import {
  foliosOfPart,
  pageRange,
  type ArticleMetadata,
  type IssueMetadata,
  type Pagination,
  type Publication,
} from '../issue/index.js'

/** What is known of one article once its pages are. */
export interface ArticleRecord {
  readonly id: string
  /** Manuscript file relative to the issue's folder. */
  readonly path: string
  /** 栏目. */
  readonly section: string
  readonly metadata: ArticleMetadata
  /** Folios of the print edition; absent when the article's pages bear none. */
  readonly firstPage?: string | undefined
  readonly lastPage?: string | undefined
  /** All its pages, `3-4,20`, when they do not follow one another. */
  readonly pageRange?: string | undefined
  /** The text, references resolved as the web edition has them: `#id` within, `ARTICLE.html#id` to others. */
  readonly body: Root
  /** `section.notes` with one `li.note` for each note; empty when there is none. */
  readonly notes: Root
}

/** The issue as its records describe it. */
export interface IssueRecord {
  readonly metadata: IssueMetadata
  /** Sheets of the print edition. */
  readonly pageCount: number
  readonly articles: readonly ArticleRecord[]
  /** Address of the issue's web edition, with a slash at the end; absent when it is not known. */
  readonly address?: string | undefined
}

/** The trees of an article: what the edition calls its body and its notes. */
export interface ArticleText {
  readonly body: Root
  readonly notes: Root
}

/**
 * Joins the metadata of an issue to its texts and pages.
 *
 * @param publication edition `web`
 */
export function issueRecord(publication: Publication<ArticleText>, pagination: Pagination): IssueRecord {
  const { metadata, parts } = publication
  const articles = parts.flatMap((part, index): ArticleRecord[] => {
    const { id, kind, path, section = '', article, content } = part
    if (kind !== 'article' || article === undefined || path === undefined) return []
    const folios = foliosOfPart(pagination, id, parts[index + 1]?.id)
    const pages = pageRange(folios)
    return [
      {
        id,
        path,
        section,
        metadata: article,
        firstPage: folios[0],
        lastPage: folios.at(-1),
        ...(pages?.includes(',') && { pageRange: pages }),
        body: content.body,
        notes: content.notes,
      },
    ]
  })
  return { metadata, pageCount: pagination.pageCount, articles, address: addressOf(metadata) }
}

/** Issues stand below the periodical's address, each in a folder of its own name. */
function addressOf({ id, periodical }: IssueMetadata): string | undefined {
  if (periodical.url === undefined) return undefined
  return `${periodical.url.replace(/\/+$/, '')}/${id}/`
}
