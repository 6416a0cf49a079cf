import type { Element } from 'xast'
import { citationData, citationText } from './citation/index.js'
import type { ArticleRecord, IssueRecord } from './issue-record.js'
import { isoDate } from './jats/index.js'
import { optional, writeXml, x, type XmlChild } from '../issue/index.js'

const attributes = {
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
}

/** The issue and each of its articles in Dublin Core (DCMES 1.1 with qualified terms where it needs them). */
export function dublinCore(issue: IssueRecord): string {
  return writeXml(
    x(
      'records',
      attributes,
      issueRecordOf(issue),
      issue.articles.map((article) => articleOf(issue, article)),
    ),
  )
}

function issueRecordOf(issue: IssueRecord): Element {
  const { metadata } = issue
  const { periodical, issue: number, feature, rights, language } = metadata
  return x(
    'record',
    { id: metadata.id },
    x(
      'dc:title',
      {},
      `${periodical.title} ${number.year}${number.number === undefined ? '' : `(${number.number})`}`,
    ),
    feature && x('dcterms:alternative', {}, feature.title),
    optional('dc:publisher', periodical.publisher ?? periodical.sponsor),
    [periodical.editorInChief, ...(periodical.editors ?? [])].map((name) => optional('dc:contributor', name)),
    x('dc:date', {}, isoDate(number.date)),
    x('dc:type', {}, 'Text'),
    x('dc:language', {}, language),
    x('dc:identifier', {}, metadata.id),
    periodical.issn && x('dcterms:isPartOf', {}, `urn:ISSN:${periodical.issn}`),
    optional('dc:description', feature?.introduction),
    optional('dc:rights', rights),
    issue.articles.map(({ id }) => x('dcterms:hasPart', {}, `${metadata.id}/${id}`)),
  )
}

function articleOf(issue: IssueRecord, article: ArticleRecord): Element {
  const { metadata: own } = article
  return x(
    'record',
    { id: `${issue.metadata.id}/${article.id}` },
    dublinCoreTerms(issue, article).map(([term, value, language]): XmlChild =>
      x(term.replace('DCTERMS.', 'dcterms:').replace('DC.', 'dc:'), { 'xml:lang': language }, value),
    ),
    own.abstractEn && x('dcterms:abstract', { 'xml:lang': 'en' }, own.abstractEn),
  )
}

/** Terms of one article as `DC.…` and `DCTERMS.…` with their values, in the order of a record; HTML uses the same. */
export function dublinCoreTerms(
  issue: IssueRecord,
  article: ArticleRecord,
): (readonly [term: string, value: string, language?: string])[] {
  const { metadata: own } = article
  const { periodical, issue: number, language, rights } = issue.metadata
  const data = citationData(issue, article)
  const terms: (readonly [string, string | undefined, string?])[] = [
    ['DC.title', data.title],
    ['DCTERMS.alternative', own.titleEn, 'en'],
    ...own.authors.map(({ name }) => ['DC.creator', name] as const),
    ['DC.contributor', own.editor],
    ['DC.publisher', data.publisher],
    ['DC.date', isoDate(number.date)],
    ['DC.type', 'Text'],
    ['DC.language', language],
    [
      'DC.identifier',
      own.doi ? `https://doi.org/${own.doi}` : (data.url ?? `${issue.metadata.id}/${article.id}`),
    ],
    ['DCTERMS.bibliographicCitation', citationText(data)],
    ['DCTERMS.isPartOf', periodical.issn ? `urn:ISSN:${periodical.issn}` : periodical.title],
    ...own.keywords.map((keyword) => ['DC.subject', keyword] as const),
    ['DCTERMS.abstract', own.abstract],
    ['DC.rights', rights],
  ]
  return terms.flatMap(([term, value, tag]) =>
    value === undefined || value === ''
      ? []
      : [tag === undefined ? ([term, value] as const) : ([term, value, tag] as const)],
  )
}
