import type { IssueRecord } from '../issue-record.js'
import { optional, writeXml, x } from '../../issue/index.js'

/**
 * The issue as an Atom feed (RFC 4287), one entry for each article. Its identifiers hold wherever the site stands.
 *
 * @param date seconds since 1970
 */
export function atomFeed(issue: IssueRecord, date: number): string {
  const { metadata, address = '' } = issue
  const { periodical, issue: number, rights, language } = metadata
  const updated = `${new Date(date * 1000).toISOString().slice(0, 19)}Z`
  const id = `tag:${domainOf(periodical.url)},${number.date.year}:${metadata.id}`
  return writeXml(
    x(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
      x('id', {}, id),
      x(
        'title',
        {},
        `${periodical.title} ${number.year}年${number.number === undefined ? '' : `第${number.number}期`}`,
      ),
      optional('subtitle', metadata.feature?.title),
      x('updated', {}, updated),
      x('author', {}, x('name', {}, periodical.publisher ?? periodical.sponsor ?? periodical.title)),
      x('link', { rel: 'self', type: 'application/atom+xml', href: `${address}feed.xml` }),
      x('link', { rel: 'alternate', type: 'text/html', href: `${address}index.html` }),
      optional('rights', rights),
      issue.articles.map(({ id: part, metadata: own }) =>
        x(
          'entry',
          {},
          x('id', {}, `${id}/${part}`),
          x('title', {}, own.title),
          x('updated', {}, updated),
          own.authors.map(({ name }) => x('author', {}, x('name', {}, name))),
          x('link', { rel: 'alternate', type: 'text/html', href: `${address}${part}.html` }),
          own.keywords.map((term) => x('category', { term })),
          optional('summary', own.abstract),
        ),
      ),
    ),
  )
}

/** RFC 4151 wants an authority of the publisher's own; without one the reserved name says that there is none. */
function domainOf(url: string | undefined): string {
  return url === undefined ? 'kanben.invalid' : new URL(url).hostname
}
