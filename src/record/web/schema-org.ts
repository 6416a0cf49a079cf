import { citationData } from '../citation/index.js'
import type { ArticleRecord, IssueRecord } from '../issue-record.js'
import { isoDate } from '../jats/index.js'
import { personName } from '../../issue/index.js'

type Thing = Readonly<Record<string, unknown>>

/** The issue as a schema.org `PublicationIssue` with its articles, for JSON-LD. */
export function schemaOrgIssue(issue: IssueRecord): Thing {
  const { feature, rights, language } = issue.metadata
  return {
    '@context': 'https://schema.org',
    ...publicationIssue(issue),
    name: feature?.title,
    inLanguage: language,
    copyrightNotice: rights,
    hasPart: issue.articles.map((article) => ({
      '@type': 'ScholarlyArticle',
      name: article.metadata.title,
      url: `${issue.address ?? ''}${article.id}.html`,
    })),
  }
}

/** One article as a schema.org `ScholarlyArticle`, for JSON-LD. */
export function schemaOrgArticle(issue: IssueRecord, article: ArticleRecord): Thing {
  const { metadata: own } = article
  const data = citationData(issue, article)
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    headline: own.title,
    alternativeHeadline: own.subtitle,
    name: own.titleEn === undefined ? own.title : [own.title, own.titleEn],
    author: own.authors.map((author) => ({
      '@type': personName(author.name).kind === 'organisation' ? 'Organization' : 'Person',
      name: author.name,
      alternateName: author.nameEn,
      affiliation: author.affiliation && { '@type': 'Organization', name: author.affiliation },
      sameAs: author.orcid && `https://orcid.org/${author.orcid}`,
    })),
    datePublished: isoDate(issue.metadata.issue.date),
    inLanguage: data.language,
    abstract: own.abstract,
    keywords: own.keywords.length === 0 ? undefined : own.keywords,
    pageStart: data.firstPage,
    pageEnd: data.lastPage,
    identifier: own.doi && `https://doi.org/${own.doi}`,
    url: issue.address && `${issue.address}${article.id}.html`,
    articleSection: article.section === '' ? undefined : article.section,
    isPartOf: publicationIssue(issue),
  }
}

function publicationIssue({ metadata: { periodical, issue } }: IssueRecord): Thing {
  const { publisher = periodical.sponsor } = periodical
  const journal = {
    '@type': 'Periodical',
    name: periodical.title,
    alternateName: periodical.titleEn,
    issn: periodical.issn,
    publisher: publisher && { '@type': 'Organization', name: publisher },
  }
  return {
    '@type': 'PublicationIssue',
    issueNumber: issue.number?.toString(),
    datePublished: isoDate(issue.date),
    isPartOf:
      issue.volume === undefined
        ? journal
        : { '@type': 'PublicationVolume', volumeNumber: String(issue.volume), isPartOf: journal },
  }
}
