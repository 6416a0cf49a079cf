import type { Element } from 'xast'
import {
  type Author,
  type IssueMetadata,
  optional,
  type PartialDate,
  personName,
  x,
  type XmlChild,
} from '../../issue/index.js'
import type { ArticleRecord, IssueRecord } from '../issue-record.js'

/** `journal-meta` (JATS 1.3 Publishing): the periodical. */
export function journalMeta({ periodical }: IssueMetadata): Element {
  return x(
    'journal-meta',
    {},
    x(
      'journal-id',
      { 'journal-id-type': periodical.cn ? 'cn' : 'publisher-id' },
      periodical.cn ?? periodical.title,
    ),
    x(
      'journal-title-group',
      {},
      x('journal-title', { 'xml:lang': 'zh' }, periodical.title),
      periodical.titleEn &&
        x('trans-title-group', { 'xml:lang': 'en' }, x('trans-title', {}, periodical.titleEn)),
    ),
    editors(periodical.editorInChief, periodical.editors),
    periodical.issn && x('issn', { 'publication-format': 'print' }, periodical.issn),
    publisher(periodical),
  )
}

function editors(chief: string | undefined, others: readonly string[] = []): XmlChild {
  const people: (readonly [string, string])[] = [
    ...(chief === undefined ? [] : [['editor-in-chief', chief] as const]),
    ...others.map((name) => ['editor', name] as const),
  ]
  if (people.length === 0) return undefined
  return x(
    'contrib-group',
    {},
    people.map(([type, name]) => x('contrib', { 'contrib-type': type }, contribName(name))),
  )
}

function publisher({ publisher, sponsor, address }: IssueMetadata['periodical']): XmlChild {
  const name = publisher ?? sponsor
  return name && x('publisher', {}, x('publisher-name', {}, name), optional('publisher-loc', address))
}

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

function contributors({ metadata: { authors, editor } }: ArticleRecord): XmlChild {
  const affiliated = affiliationNumbers(authors)
  return [
    authors.length > 0 &&
      x(
        'contrib-group',
        { 'content-type': 'authors' },
        authors.map((author) => contributor(author, affiliated.get(author.affiliation ?? ''))),
      ),
    editor &&
      x(
        'contrib-group',
        { 'content-type': 'editors' },
        x('contrib', { 'contrib-type': 'editor' }, contribName(editor)),
      ),
  ].filter((group) => typeof group === 'object')
}

function contributor(author: Author, affiliation: number | undefined): Element {
  const { name, nameEn, orcid, corresponding, position, posts = [], bio, email } = author
  return x(
    'contrib',
    { 'contrib-type': 'author', corresp: corresponding ? 'yes' : undefined },
    orcid && x('contrib-id', { 'contrib-id-type': 'orcid' }, `https://orcid.org/${orcid}`),
    nameEn === undefined ? contribName(name) : alternatives(name, nameEn),
    email && x('email', {}, email),
    [position, ...posts].map((role) => role && x('role', {}, role)),
    bio && x('bio', {}, x('p', {}, bio)),
    affiliation !== undefined && affiliation > 0
      ? x('xref', { 'ref-type': 'aff', rid: `aff-${affiliation}` })
      : undefined,
  )
}

/** Chinese names in eastern order beside their Latin form; what is no person's is a collaboration. */
function alternatives(name: string, english: string): Element {
  if (personName(name).kind === 'organisation') {
    return x(
      'collab-alternatives',
      {},
      x('collab', { 'xml:lang': 'zh' }, name),
      x('collab', { 'xml:lang': 'en' }, english),
    )
  }
  return x('name-alternatives', {}, nameOf(name, 'zh'), nameOf(english, 'en'))
}

/** A name that cannot be divided may stand in a contributor only among alternatives. */
function contribName(name: string): Element {
  return personName(name).kind === 'whole' ? x('name-alternatives', {}, nameOf(name)) : nameOf(name)
}

function nameOf(text: string, language?: string): Element {
  const name = personName(text)
  if (name.kind === 'organisation') return x('collab', { 'xml:lang': language }, name.text)
  if (name.kind === 'whole') return x('string-name', { 'xml:lang': language }, name.text)
  const style = /\p{Script=Han}/u.test(text) ? 'eastern' : 'western'
  return x(
    'name',
    { 'name-style': style, 'xml:lang': language },
    x('surname', {}, name.surname),
    x('given-names', {}, name.given),
  )
}

/** Authors of one place share it; places count from 1 in the order of the authors. */
function affiliationNumbers(authors: readonly Author[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { affiliation } of authors) {
    if (affiliation !== undefined && !numbers.has(affiliation)) numbers.set(affiliation, numbers.size + 1)
  }
  return numbers
}

function affiliations(authors: readonly Author[]): Element[] {
  return [...affiliationNumbers(authors)].map(([name, number]) =>
    x('aff', { id: `aff-${number}` }, x('institution', {}, name)),
  )
}

function authorNotes(authors: readonly Author[]): XmlChild {
  const corresponding = authors.filter((author) => author.corresponding && author.email)
  if (corresponding.length === 0) return undefined
  return x(
    'author-notes',
    {},
    corresponding.map(({ name, email }) => x('corresp', {}, `${name} `, x('email', {}, email))),
  )
}

function history({ received, accepted }: ArticleRecord['metadata']): XmlChild {
  const dates = (
    [
      ['received', received],
      ['accepted', accepted],
    ] as const
  ).flatMap(([type, written]) => {
    const date = written === undefined ? undefined : parseDate(written)
    if (date === undefined) return []
    return [x('date', { 'date-type': type, 'iso-8601-date': isoDate(date) }, dateParts(date))]
  })
  return dates.length === 0 ? undefined : x('history', {}, dates)
}

function parseDate(written: string): PartialDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(written) ?? []
  if (year === undefined) return undefined
  return { year: Number(year), month: month ? Number(month) : undefined, day: day ? Number(day) : undefined }
}

/** `2026-11`, as far as the date goes (ISO 8601). */
export function isoDate({ year, month, day }: PartialDate): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

function dateParts({ year, month, day }: PartialDate): XmlChild {
  const two = (part: number | undefined): string | undefined => part?.toString().padStart(2, '0')
  return [optional('day', two(day)), optional('month', two(month)), x('year', {}, year)]
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
