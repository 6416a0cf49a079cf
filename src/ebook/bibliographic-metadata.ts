import type { Element } from 'xast'
import { type Author, type IssueMetadata, type PartialDate, x } from '../issue/index.js'
import { issueTitle, issueTitleEn } from './issue-title.js'

export interface BibliographicData {
  readonly metadata: IssueMetadata
  readonly uuid: string
  readonly language: string
  readonly authors: readonly Author[]
  readonly keywords: readonly string[]
  /** How names sort, by the name as written. */
  readonly sortNames: ReadonlyMap<string, string>
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
    ...optional('dc:identifier', issueCode(metadata)),
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

/** The issue by its ISSN, as the codes of its articles begin (文章编号, CAJ-CD B/T 1): `ISSN 1234-5679(2026)11`. */
function issueCode({ periodical, issue }: IssueMetadata): string | undefined {
  const number = issue.number ?? issue.totalNumber
  if (periodical.issn === undefined || number === undefined) return undefined
  return `ISSN ${periodical.issn}(${issue.year})${String(number).padStart(2, '0')}`
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
function people(data: BibliographicData): Element[] {
  const { authors } = data
  const named = new Map<string, Author>()
  for (const author of authors) if (!named.has(keyOf(author))) named.set(keyOf(author), author)
  const creators = [...named.values()].flatMap((author, index) => [
    ...person(data, 'dc:creator', `author-${index + 1}`, { name: author.name, relator: 'aut' }),
    ...(author.nameEn === undefined ? [] : [alternate(`author-${index + 1}`, author.nameEn)]),
  ])
  const contributors = contributorsOf(data.metadata).flatMap(({ role, relator, names }) =>
    names.flatMap((name, index) => person(data, 'dc:contributor', `${role}-${index + 1}`, { name, relator })),
  )
  return [...creators, ...contributors]
}

/** Those who made the issue, by their office, with MARC relators. */
export function contributorsOf({
  periodical,
}: IssueMetadata): { readonly role: string; readonly relator: string; readonly names: readonly string[] }[] {
  const one = (name: string | undefined): string[] => (name === undefined ? [] : [name])
  return [
    { role: 'editor-in-chief', relator: 'pbd', names: one(periodical.editorInChief) },
    { role: 'editor', relator: 'edt', names: periodical.editors ?? [] },
    { role: 'supervisor', relator: 'isb', names: one(periodical.supervisor) },
    { role: 'sponsor', relator: 'spn', names: one(periodical.sponsor) },
    { role: 'printer', relator: 'prt', names: one(periodical.printer) },
    { role: 'distributor', relator: 'dst', names: one(periodical.distributor) },
  ]
}

function keyOf({ name, orcid, affiliation }: Author): string {
  return [name, orcid ?? affiliation ?? ''].join('\n')
}

function person(
  { sortNames }: BibliographicData,
  element: string,
  id: string,
  { name, relator }: { readonly name: string; readonly relator: string },
): Element[] {
  const role = x('meta', { refines: `#${id}`, property: 'role', scheme: 'marc:relators' }, relator)
  const sorted = sortNames.get(name)
  return [x(element, { id }, name), role, ...(sorted === undefined ? [] : [refine(id, 'file-as', sorted)])]
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
