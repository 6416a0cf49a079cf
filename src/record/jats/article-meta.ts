import type { Element } from 'xast'
import { optional, x, type XmlChild } from '../../issue/index.js'
import type { ArticleRecord, IssueRecord } from '../issue-record.js'
import { affiliations, authorNotes, contributors } from './contributors.js'
import { dateParts, history, isoDate } from './dates.js'

/** `article-meta`: titles, people, dates, place in the issue, abstracts, keywords, funding. */
export function articleMeta(
  issue: IssueRecord,
  article: ArticleRecord,
  abstractInText: readonly Element[],
): Element {
  const { metadata } = issue
  const { metadata: own } = article
  const number = metadata.issue
  return x(
    'article-meta',
    {},
    x('article-id', { 'pub-id-type': 'publisher-id' }, own.articleId ?? `${metadata.id}/${article.id}`),
    own.doi && x('article-id', { 'pub-id-type': 'doi' }, own.doi),
    categories(article),
    titles(article),
    contributors(article),
    affiliations(own.authors),
    authorNotes(own.authors),
    x(
      'pub-date',
      { 'date-type': 'pub', 'publication-format': 'print', 'iso-8601-date': isoDate(number.date) },
      dateParts(number.date),
    ),
    optional('volume', number.volume),
    optional('issue', number.number),
    number.totalNumber && x('issue-id', { 'pub-id-type': 'total-number' }, number.totalNumber),
    metadata.feature && x('issue-title', {}, metadata.feature.title),
    optional('fpage', article.firstPage),
    optional('lpage', article.lastPage),
    optional('page-range', article.pageRange),
    history(own),
    metadata.rights && x('permissions', {}, x('copyright-statement', {}, metadata.rights)),
    issue.address && x('self-uri', { 'xlink:href': `${issue.address}${article.id}.html` }),
    own.abstract ? x('abstract', { 'xml:lang': 'zh' }, x('p', {}, own.abstract)) : undefined,
    abstractInText.length > 0
      ? x('abstract', { 'xml:lang': 'zh', 'specific-use': 'in-text' }, abstractInText)
      : undefined,
    own.abstractEn && x('trans-abstract', { 'xml:lang': 'en' }, x('p', {}, own.abstractEn)),
    keywords('zh', own.keywords),
    keywords('en', own.keywordsEn),
    own.funding && x('funding-group', {}, x('funding-statement', {}, own.funding)),
    facts(own),
  )
}

function categories({ section, metadata }: ArticleRecord): XmlChild {
  const groups = [
    section === '' ? undefined : x('subj-group', { 'subj-group-type': 'heading' }, x('subject', {}, section)),
    metadata.clc && x('subj-group', { 'subj-group-type': 'clc' }, x('subject', {}, metadata.clc)),
  ].filter((group) => group !== undefined && group !== '')
  return groups.length === 0 ? undefined : x('article-categories', {}, groups)
}

function titles({ metadata }: ArticleRecord): Element {
  return x(
    'title-group',
    {},
    x('article-title', { 'xml:lang': 'zh' }, metadata.title),
    optional('subtitle', metadata.subtitle),
    metadata.titleEn && x('trans-title-group', { 'xml:lang': 'en' }, x('trans-title', {}, metadata.titleEn)),
  )
}

function keywords(language: string, words: readonly string[]): XmlChild {
  if (words.length === 0) return undefined
  return x(
    'kwd-group',
    { 'xml:lang': language, 'kwd-group-type': 'author' },
    words.map((word) => x('kwd', {}, word)),
  )
}

/** What GB/T 3179 asks for and JATS has no element for. */
function facts({ documentCode, articleId, kind }: ArticleRecord['metadata']): Element {
  const known = [
    ['kind', kind],
    ['document-code', documentCode],
    ['article-number', articleId],
  ] as const
  return x(
    'custom-meta-group',
    {},
    known.map(
      ([name, value]) => value && x('custom-meta', {}, x('meta-name', {}, name), x('meta-value', {}, value)),
    ),
  )
}
