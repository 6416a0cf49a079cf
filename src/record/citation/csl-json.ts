import { personName } from '../../issue/index.js'
import type { CitationData } from './citation-data.js'

/** An item of CSL-JSON 1.0.2. Names that cannot be divided are `literal`. */
export function cslJson(data: CitationData): Readonly<Record<string, unknown>> {
  const { year, month, day } = data
  return {
    id: data.id,
    type: 'article-journal',
    title: data.title,
    'container-title': data.periodical,
    author: data.authors.map(({ name }) => {
      const parts = personName(name)
      return parts.kind === 'person' ? { family: parts.surname, given: parts.given } : { literal: parts.text }
    }),
    issued: { 'date-parts': [[year, month, day].filter((part) => part !== undefined)] },
    volume: data.volume?.toString(),
    issue: data.number?.toString(),
    page: data.pages,
    ISSN: data.issn,
    DOI: data.doi,
    URL: data.url,
    publisher: data.publisher,
    language: data.language,
    abstract: data.abstract,
    keyword: data.keywords.length === 0 ? undefined : data.keywords.join(', '),
  }
}
