import type { Element } from 'xast'
import { type Author, type IssueMetadata, type PartialDate, x } from '../issue/index.js'
import { issueTitle, issueTitleEn } from './issue-title.js'

export interface BibliographicData {
  readonly metadata: IssueMetadata
  readonly uuid: string
  readonly language: string
  readonly authors: readonly Author[]
  readonly keywords: readonly string[]
  readonly modified: Date
  /** Whether the package marks the pages of the print edition. */
  readonly hasPageList: boolean
}

/** Dublin Core and `meta` elements about the issue (EPUB 3.3 §5.5): titles, people, place in the periodical, rights. */
export function bibliographicMetadata(data: BibliographicData): Element[] {
  const { metadata, uuid, language, modified } = data
  const { periodical, feature } = metadata
  return [
    x('dc:identifier', { id: 'uid' }, `urn:uuid:${uuid}`),
    ...optional('dc:identifier', metadata.issue.doi && `doi:${metadata.issue.doi}`),
    ...titles(metadata),
    x('dc:language', {}, language),
    x('meta', { property: 'dcterms:modified' }, `${modified.toISOString().slice(0, 19)}Z`),
    x('dc:date', {}, dateOf(metadata.issue.date)),
    x('dc:type', {}, '期刊'),
    ...people(data),
    ...optional('dc:publisher', periodical.publisher ?? periodical.sponsor),
    ...optional('dc:description', feature?.introduction),
    ...unique([...(metadata.subjects ?? []), ...data.keywords]).map((keyword) =>
      x('dc:subject', {}, keyword),
    ),
    ...optional('dc:rights', metadata.rights),
    ...(data.hasPageList ? printSource(metadata) : []),
    ...collection(metadata),
  ]
}

function titles(metadata: IssueMetadata): Element[] {
  const { feature } = metadata
  const english = issueTitleEn(metadata)
  return [
    x('dc:title', { id: 'title' }, issueTitle(metadata)),
    refine('title', 'title-type', 'main'),
    ...(english === undefined ? [] : [alternate('title', english)]),
    ...(feature === undefined
      ? []
      : [
          x('dc:title', { id: 'subtitle' }, feature.title),
          refine('subtitle', 'title-type', 'subtitle'),
          ...(feature.titleEn === undefined ? [] : [alternate('subtitle', feature.titleEn)]),
        ]),
  ]
}

/** Authors in the order of the issue, then those who made it, with MARC relators. */
function people({ authors, metadata: { periodical } }: BibliographicData): Element[] {
  const named = new Map<string, Author>()
  for (const author of authors) if (!named.has(keyOf(author))) named.set(keyOf(author), author)
  const creators = [...named.values()].flatMap((author, index) => [
    ...person('dc:creator', `author-${index + 1}`, author.name, 'aut'),
    // Chinese names stand family name first and sort as written.
    refine(`author-${index + 1}`, 'file-as', author.name),
    ...(author.nameEn === undefined ? [] : [alternate(`author-${index + 1}`, author.nameEn)]),
  ])
  const roles: readonly (readonly [string, string, readonly (string | undefined)[]])[] = [
    ['editor-in-chief', 'pbd', [periodical.editorInChief]],
    ['editor', 'edt', periodical.editors ?? []],
    ['supervisor', 'isb', [periodical.supervisor]],
    ['sponsor', 'spn', [periodical.sponsor]],
    ['printer', 'prt', [periodical.printer]],
    ['distributor', 'dst', [periodical.distributor]],
  ]
  const contributors = roles.flatMap(([role, relator, names]) =>
    names.flatMap((name, index) =>
      name === undefined ? [] : person('dc:contributor', `${role}-${index + 1}`, name, relator),
    ),
  )
  return [...creators, ...contributors]
}

function keyOf({ name, orcid, affiliation }: Author): string {
  return [name, orcid ?? affiliation ?? ''].join('\n')
}

function person(element: string, id: string, name: string, relator: string): Element[] {
  const role = x('meta', { refines: `#${id}`, property: 'role', scheme: 'marc:relators' }, relator)
  return [x(element, { id }, name), role]
}

/** The print edition that the page list counts; `pageBreakSource` would fail older checkers. */
function printSource(metadata: IssueMetadata): Element[] {
  const { issn } = metadata.periodical
  const source = issn === undefined ? `${issueTitle(metadata)}（印刷版）` : `urn:issn:${issn}`
  return [x('dc:source', { id: 'print' }, source), refine('print', 'source-of', 'pagination')]
}

/** The periodical as a series, and the issue's place in it: the running total, else volume and number. */
function collection({ periodical, issue }: IssueMetadata): Element[] {
  const position =
    issue.totalNumber ??
    (issue.number === undefined ? undefined : `${issue.volume ?? issue.year}.${issue.number}`)
  return [
    x('meta', { property: 'belongs-to-collection', id: 'periodical' }, periodical.title),
    refine('periodical', 'collection-type', 'series'),
    ...(position === undefined ? [] : [refine('periodical', 'group-position', String(position))]),
    ...(periodical.issn === undefined
      ? []
      : [refine('periodical', 'dcterms:identifier', `urn:issn:${periodical.issn}`)]),
  ]
}

function refine(id: string, property: string, value: string): Element {
  return x('meta', { refines: `#${id}`, property }, value)
}

function alternate(id: string, value: string): Element {
  return x('meta', { refines: `#${id}`, property: 'alternate-script', 'xml:lang': 'en' }, value)
}

function optional(name: string, value: string | undefined): Element[] {
  return value === undefined || value.trim() === '' ? [] : [x(name, {}, value)]
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/** ISO 8601, as far as the date is known. */
function dateOf({ year, month, day }: PartialDate): string {
  return [year, month, month && day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
