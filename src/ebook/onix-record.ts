import type { Element } from 'xast'
import { type IssueMetadata, type PartialDate, optional, personName, writeXml, x } from '../issue/index.js'
import { contributorsOf, type BibliographicData } from './bibliographic-metadata.js'
import type { ContentFacts } from './chapter.js'
import { issueTitle, issueTitleEn } from './issue-title.js'

export interface OnixData extends BibliographicData {
  readonly facts: readonly ContentFacts[]
}

/**
 * The issue as an ONIX for Books 3.0 message in reference tags, for booksellers and distributors (EDItEUR; in China
 * CNONIX, GB/T 30330). Codes are those of EDItEUR's lists; List 196 is accessibility.
 */
export function writeOnixRecord(data: OnixData): string {
  const { metadata, uuid, modified } = data
  const { publisher, sponsor, title } = metadata.periodical
  const sent = modified.toISOString().slice(0, 10).replaceAll('-', '')
  return writeXml(
    x(
      'ONIXMessage',
      { release: '3.0', xmlns: 'http://ns.editeur.org/onix/3.0/reference' },
      x(
        'Header',
        {},
        x('Sender', {}, x('SenderName', {}, publisher ?? sponsor ?? title)),
        x('SentDateTime', {}, sent),
      ),
      x(
        'Product',
        {},
        x('RecordReference', {}, `urn:uuid:${uuid}`),
        x('NotificationType', {}, '03'),
        identifier('ProductIdentifier', 'ProductIDType', '01', uuid, 'UUID'),
        metadata.issue.doi && identifier('ProductIdentifier', 'ProductIDType', '06', metadata.issue.doi),
        descriptiveDetail(data),
        collateralDetail(metadata),
        publishingDetail(metadata),
      ),
    ),
  )
}

function descriptiveDetail(data: OnixData): Element {
  const { metadata } = data
  const subjects = [...new Set([...(metadata.subjects ?? []), ...data.keywords])]
  const pages = data.facts.reduce((sum, { pages: own }) => sum + own.length, 0)
  return x(
    'DescriptiveDetail',
    {},
    x('ProductComposition', {}, '00'),
    // Digital, downloaded; EPUB.
    x('ProductForm', {}, 'ED'),
    x('ProductFormDetail', {}, 'E101'),
    accessCodes(data.facts).map((code) =>
      x(
        'ProductFormFeature',
        {},
        x('ProductFormFeatureType', {}, '09'),
        x('ProductFormFeatureValue', {}, code),
      ),
    ),
    x('EpubTechnicalProtection', {}, '00'),
    collection(metadata),
    titleDetail(metadata),
    contributors(data),
    x(
      'Language',
      {},
      x('LanguageRole', {}, '01'),
      x('LanguageCode', {}, 'chi'),
      x('ScriptCode', {}, /hant/i.test(metadata.language) ? 'Hant' : 'Hans'),
    ),
    // Pages of the print edition.
    pages > 0
      ? x('Extent', {}, x('ExtentType', {}, '08'), x('ExtentValue', {}, pages), x('ExtentUnit', {}, '03'))
      : undefined,
    subjects.length > 0
      ? x(
          'Subject',
          {},
          x('SubjectSchemeIdentifier', {}, '20'),
          x('SubjectHeadingText', {}, subjects.join('; ')),
        )
      : undefined,
  )
}

/** List 196, as far as the content bears it out. */
function accessCodes(facts: readonly ContentFacts[]): string[] {
  const some = (test: (fact: ContentFacts) => boolean): boolean => facts.some(test)
  const described = facts.every((fact) => fact.pictures === fact.describedPictures)
  return [
    // Contents, one reading order, landmarks, languages tagged, roles given, appearance changeable.
    '11',
    '13',
    '22',
    '29',
    '30',
    '36',
    ...(described && some(({ pictures }) => pictures > 0) ? ['14'] : []),
    ...(some(({ hasLongDescriptions }) => hasLongDescriptions) ? ['15'] : []),
    ...(some(({ hasMath }) => hasMath) ? ['17'] : []),
    ...(some(({ pages }) => pages.length > 0) ? ['19'] : []),
  ].toSorted()
}

/** The periodical that the issue belongs to. */
function collection({ periodical, issue }: IssueMetadata): Element {
  const number = issue.number ?? issue.totalNumber
  return x(
    'Collection',
    {},
    x('CollectionType', {}, '10'),
    periodical.issn &&
      identifier('CollectionIdentifier', 'CollectionIDType', '02', periodical.issn.replace('-', '')),
    x(
      'TitleDetail',
      {},
      x('TitleType', {}, '01'),
      x(
        'TitleElement',
        {},
        x('TitleElementLevel', {}, '02'),
        number === undefined ? undefined : x('PartNumber', {}, `${issue.year}年第${number}期`),
        x('TitleText', {}, periodical.title),
      ),
    ),
  )
}

function titleDetail(metadata: IssueMetadata): Element[] {
  const { feature } = metadata
  const english = issueTitleEn(metadata)
  const detail = (type: string, title: string, subtitle: string | undefined): Element =>
    x(
      'TitleDetail',
      {},
      x('TitleType', {}, type),
      x(
        'TitleElement',
        {},
        x('TitleElementLevel', {}, '01'),
        x('TitleText', {}, title),
        optional('Subtitle', subtitle),
      ),
    )
  return [
    detail('01', issueTitle(metadata), feature?.title),
    ...(english === undefined ? [] : [detail('06', english, feature?.titleEn)]),
  ]
}

/** Authors, then editors (List 17: A01, B11 editor-in-chief, B01). */
function contributors({ authors, metadata, sortNames }: OnixData): Element[] {
  const made = contributorsOf(metadata).flatMap(({ role, names }) => {
    const code = role === 'editor-in-chief' ? 'B11' : role === 'editor' ? 'B01' : undefined
    return code === undefined ? [] : names.map((name) => ({ code, name }))
  })
  const all = [...new Set(authors.map(({ name }) => name))].map((name) => ({ code: 'A01', name }))
  return [...all, ...made].map(({ code, name }, index) => {
    const isPerson = personName(name).kind === 'person'
    const sorted = sortNames.get(name)
    return x(
      'Contributor',
      {},
      x('SequenceNumber', {}, index + 1),
      x('ContributorRole', {}, code),
      isPerson
        ? [x('PersonName', {}, name), optional('PersonNameInverted', sorted)]
        : x('CorporateName', {}, name),
    )
  })
}

function collateralDetail({ feature }: IssueMetadata): Element | undefined {
  if (feature?.introduction === undefined) return undefined
  return x(
    'CollateralDetail',
    {},
    x(
      'TextContent',
      {},
      x('TextType', {}, '03'),
      x('ContentAudience', {}, '00'),
      x('Text', {}, feature.introduction),
    ),
  )
}

function publishingDetail({ periodical, issue }: IssueMetadata): Element {
  const publisher = periodical.publisher ?? periodical.sponsor
  return x(
    'PublishingDetail',
    {},
    publisher && x('Publisher', {}, x('PublishingRole', {}, '01'), x('PublisherName', {}, publisher)),
    x('PublishingStatus', {}, '04'),
    x('PublishingDate', {}, x('PublishingDateRole', {}, '01'), dateOf(issue.date)),
  )
}

/** List 55: year, month, day as far as they are known. */
function dateOf({ year, month, day }: PartialDate): Element {
  const two = (value: number): string => String(value).padStart(2, '0')
  if (month === undefined) return x('Date', { dateformat: '05' }, String(year))
  if (day === undefined) return x('Date', { dateformat: '01' }, `${year}${two(month)}`)
  return x('Date', { dateformat: '00' }, `${year}${two(month)}${two(day)}`)
}

function identifier(element: string, type: string, code: string, value: string, name?: string): Element {
  return x(element, {}, x(type, {}, code), optional('IDTypeName', name), x('IDValue', {}, value))
}
