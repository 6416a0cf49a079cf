import type { Author } from '../../issue/index.js'
import type { ArticleRecord, IssueRecord } from '../issue-record.js'

/** What every form of citation says about an article. Values are plain text. */
export interface CitationData {
  readonly id: string
  readonly title: string
  readonly titleEn?: string | undefined
  readonly authors: readonly Author[]
  readonly periodical: string
  readonly publisher?: string | undefined
  readonly issn?: string | undefined
  readonly year: number
  readonly month?: number | undefined
  readonly day?: number | undefined
  readonly volume?: number | undefined
  readonly number?: number | undefined
  /** `23`, `23-31`, or `23-24,31`. */
  readonly pages?: string | undefined
  readonly firstPage?: string | undefined
  readonly lastPage?: string | undefined
  readonly doi?: string | undefined
  readonly url?: string | undefined
  readonly language: string
  readonly abstract?: string | undefined
  readonly keywords: readonly string[]
}

/** Gathers what a citation of the article needs. A subtitle follows its title after a colon. */
export function citationData(issue: IssueRecord, article: ArticleRecord): CitationData {
  const { metadata: own, firstPage, lastPage } = article
  const { periodical, issue: number, id, language } = issue.metadata
  return {
    id: `${id}-${article.id}`,
    title: own.subtitle === undefined ? own.title : `${own.title}：${own.subtitle}`,
    titleEn: own.titleEn,
    authors: own.authors,
    periodical: periodical.title,
    publisher: periodical.publisher ?? periodical.sponsor,
    issn: periodical.issn,
    ...number.date,
    year: number.year,
    volume: number.volume,
    number: number.number,
    firstPage,
    lastPage,
    pages:
      article.pageRange ??
      (firstPage === lastPage || lastPage === undefined ? firstPage : `${firstPage}-${lastPage}`),
    doi: own.doi,
    url: own.doi ? `https://doi.org/${own.doi}` : issue.address && `${issue.address}${article.id}.html`,
    language,
    abstract: own.abstract,
    keywords: own.keywords,
  }
}
