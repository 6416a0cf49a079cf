import { citationData } from '../citation/index.js'
import type { ArticleRecord, IssueRecord } from '../issue-record.js'

/** A `meta` element. */
export interface Meta {
  readonly name: string
  readonly content: string
  readonly lang?: string | undefined
}

/** Tags that Google Scholar indexes by (Highwire Press names), one author each, dates with slashes. */
export function scholarMetas(issue: IssueRecord, article: ArticleRecord): Meta[] {
  const { metadata: own } = article
  const data = citationData(issue, article)
  const date = [data.year, data.month, data.day].filter((part) => part !== undefined).join('/')
  const metas: readonly (readonly [string, string | number | undefined])[] = [
    ['citation_title', data.title],
    ...own.authors.flatMap(({ name, affiliation, orcid }) => [
      ['citation_author', name] as const,
      ['citation_author_institution', affiliation] as const,
      ['citation_author_orcid', orcid && `https://orcid.org/${orcid}`] as const,
    ]),
    ['citation_publication_date', date],
    ['citation_journal_title', data.periodical],
    ['citation_issn', data.issn],
    ['citation_volume', data.volume],
    ['citation_issue', data.number],
    ['citation_firstpage', data.firstPage],
    ['citation_lastpage', data.lastPage],
    ['citation_doi', data.doi],
    ['citation_language', data.language.split('-')[0]],
    ['citation_publisher', data.publisher],
    ['citation_keywords', own.keywords.join('; ')],
    // Scholar wants an absolute address in the same folder; a relative one is no use to it.
    ['citation_fulltext_html_url', issue.address && `${issue.address}${article.id}.html`],
  ]
  return metas.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, content: String(value) }],
  )
}
