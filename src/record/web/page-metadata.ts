import { bibtex, citationData, citationText, cslJson, ris } from '../citation/index.js'
import { dublinCoreTerms } from '../dublin-core.js'
import type { ArticleRecord, IssueRecord } from '../issue-record.js'
import { schemaOrgArticle, schemaOrgIssue } from './schema-org.js'
import { scholarMetas, type Meta } from './scholar-metas.js'

/** What a page of the web edition says about itself to programs. */
export interface PageMetadata {
  readonly metas: readonly Meta[]
  /** schema.org. */
  readonly linkedData: unknown
  readonly citations: readonly {
    readonly label: string
    readonly mediaType: string
    readonly extension: string
    readonly text: string
  }[]
  /** GB/T 7714. */
  readonly citation?: string | undefined
}

/** The metadata of an article's page: Scholar, Dublin Core, schema.org, citations. */
export function articlePageMetadata(issue: IssueRecord, article: ArticleRecord): PageMetadata {
  const data = citationData(issue, article)
  const { abstract } = article.metadata
  const citation = citationText(data)
  return {
    metas: [
      ...(abstract === undefined ? [] : [{ name: 'description', content: abstract }]),
      ...scholarMetas(issue, article),
      ...dublinCoreTerms(issue, article).map(([name, content, lang]) => ({ name, content, lang })),
    ],
    linkedData: schemaOrgArticle(issue, article),
    citations: [
      { label: 'RIS', mediaType: 'application/x-research-info-systems', extension: 'ris', text: ris(data) },
      { label: 'BibTeX', mediaType: 'application/x-bibtex', extension: 'bib', text: bibtex(data) },
      {
        label: 'CSL-JSON',
        mediaType: 'application/vnd.citationstyles.csl+json',
        extension: 'csl.json',
        text: `${JSON.stringify([cslJson(data)], undefined, 2)}\n`,
      },
      { label: 'GB/T 7714', mediaType: 'text/plain', extension: 'txt', text: `${citation}\n` },
    ],
    citation,
  }
}

/** The metadata of the issue's other pages. */
export function issuePageMetadata(issue: IssueRecord): PageMetadata {
  const introduction = issue.metadata.feature?.introduction
  return {
    metas: introduction === undefined ? [] : [{ name: 'description', content: introduction }],
    linkedData: schemaOrgIssue(issue),
    citations: [],
  }
}
