import type { Element } from 'xast'
import { optional, type PartialDate, personName, writeXml, x, type XmlChild } from '../issue/index.js'
import type { ArticleRecord, IssueRecord } from './issue-record.js'

/**
 * A Crossref deposit (schema 5.3.1, `journal_article`) of the articles that have a DOI. Nothing when none has, or when the
 * periodical states no address or no mailbox: a deposit needs both.
 *
 * @param date seconds since 1970: the deposit's version and batch
 */
export function crossrefDeposit(issue: IssueRecord, date: number): string | undefined {
  const deposited = issue.articles.filter(({ metadata }) => metadata.doi !== undefined)
  const { address } = issue
  const { metadata } = issue
  const { periodical } = metadata
  const { email } = periodical
  if (deposited.length === 0 || address === undefined || email === undefined) return undefined
  const stamp = new Date(date * 1000).toISOString().replaceAll(/\D/gu, '').slice(0, 14)
  return writeXml(
    x(
      'doi_batch',
      {
        version: '5.3.1',
        xmlns: 'http://www.crossref.org/schema/5.3.1',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xmlns:jats': 'http://www.ncbi.nlm.nih.gov/JATS1',
        'xsi:schemaLocation':
          'http://www.crossref.org/schema/5.3.1 https://www.crossref.org/schemas/crossref5.3.1.xsd',
      },
      x(
        'head',
        {},
        x('doi_batch_id', {}, `${metadata.id}-${stamp}`),
        x('timestamp', {}, stamp),
        x(
          'depositor',
          {},
          x('depositor_name', {}, periodical.publisher ?? periodical.sponsor ?? periodical.title),
          x('email_address', {}, email),
        ),
        x('registrant', {}, periodical.publisher ?? periodical.sponsor ?? periodical.title),
      ),
      x(
        'body',
        {},
        x(
          'journal',
          {},
          journalMetadata(issue),
          journalIssue(issue),
          deposited.map((article) => journalArticle(issue, article, address)),
        ),
      ),
    ),
  )
}

function journalMetadata({ metadata: { periodical, language } }: IssueRecord): Element {
  return x(
    'journal_metadata',
    { language: language.slice(0, 2) },
    x('full_title', {}, periodical.title),
    periodical.titleEn && x('full_title', {}, periodical.titleEn),
    periodical.issn && x('issn', { media_type: 'print' }, periodical.issn),
  )
}

function journalIssue({ metadata: { issue } }: IssueRecord): Element {
  return x(
    'journal_issue',
    {},
    publicationDate(issue.date),
    issue.volume === undefined ? undefined : x('journal_volume', {}, x('volume', {}, issue.volume)),
    optional('issue', issue.number),
  )
}

function journalArticle(issue: IssueRecord, article: ArticleRecord, address: string): Element {
  const { metadata: own } = article
  const { authors } = own
  return x(
    'journal_article',
    { publication_type: 'full_text', language: issue.metadata.language.slice(0, 2) },
    // The schema has one title, and one in the original language for translations: a translated title has no place.
    x('titles', {}, x('title', {}, own.title), optional('subtitle', own.subtitle)),
    authors.length > 0
      ? x(
          'contributors',
          {},
          authors.map((author, index) => contributor(author.name, author.orcid, index)),
        )
      : undefined,
    abstractOf('zh', own.abstract),
    abstractOf('en', own.abstractEn),
    publicationDate(issue.metadata.issue.date),
    article.firstPage === undefined ? undefined : pages(article.firstPage, article),
    x('doi_data', {}, x('doi', {}, own.doi ?? ''), x('resource', {}, `${address}${article.id}.html`)),
    own.references.length === 0
      ? undefined
      : x(
          'citation_list',
          {},
          own.references.map((reference) =>
            x('citation', { key: reference.id }, x('unstructured_citation', {}, reference.text)),
          ),
        ),
  )
}

function contributor(name: string, orcid: string | undefined, index: number): Element {
  const sequence = index === 0 ? 'first' : 'additional'
  const parts = personName(name)
  if (parts.kind === 'organisation')
    return x('organization', { sequence, contributor_role: 'author' }, parts.text)
  return x(
    'person_name',
    { sequence, contributor_role: 'author' },
    parts.kind === 'person' ? x('given_name', {}, parts.given) : undefined,
    x('surname', {}, parts.kind === 'person' ? parts.surname : parts.text),
    orcid && x('ORCID', {}, `https://orcid.org/${orcid}`),
  )
}

function abstractOf(language: string, text: string | undefined): XmlChild {
  return text && x('jats:abstract', { 'xml:lang': language }, x('jats:p', {}, text))
}

function publicationDate({ year, month, day }: PartialDate): Element {
  const two = (part: number | undefined): string | undefined => part?.toString().padStart(2, '0')
  return x(
    'publication_date',
    { media_type: 'print' },
    optional('month', two(month)),
    optional('day', month === undefined ? undefined : two(day)),
    x('year', {}, year),
  )
}

/** Pages that do not follow one another: the first run of them, then the others (Crossref 5.3.1, `pages`). */
function pages(first: string, { lastPage, pageRange }: ArticleRecord): Element {
  const [run = '', ...others] = pageRange?.split(',') ?? []
  const last = pageRange === undefined ? lastPage : run.split('-')[1]
  return x(
    'pages',
    {},
    x('first_page', {}, first),
    optional('last_page', last),
    optional('other_pages', others.length > 0 ? others.join(',') : undefined),
  )
}
