import { createHash } from 'node:crypto'
import type { IssueMetadata, Publication } from '../../issue/index.js'
import { issueTitle, numberText } from './issue-title.js'
import { isoDate } from './pdf-date.js'

/** What the packet says beside the issue's own metadata. */
export interface XmpOptions {
  readonly date: number
  readonly producer: string
  /** Conformance to ISO 19005 (PDF/A), as `2A` or `3A`. */
  readonly archive?: '2A' | '3A' | undefined
  /** Conformance to ISO 14289-1 (PDF/UA-1). */
  readonly accessible?: boolean | undefined
  /** Conformance to ISO 15930-7. */
  readonly press?: 'PDF/X-4' | undefined
}

const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  prism: 'http://prismstandard.org/namespaces/basic/2.0/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
} as const

/** PRISM's terms that we write (PRISM 2.0), with the type and meaning that PDF/A asks for (ISO 19005-2, 6.6.2.3). */
const prismTerms = {
  publicationName: ['Text', 'Title of the periodical'],
  issn: ['Text', 'ISSN of the printed periodical'],
  volume: ['Text', 'Volume'],
  number: ['Text', 'Number of the issue'],
  coverDate: ['Text', 'Date on the cover'],
  coverDisplayDate: ['Text', 'Year, volume and number as the cover states them'],
  issueName: ['Text', 'Title of the special feature'],
  doi: ['Text', 'DOI of the only article'],
  copyright: ['Text', 'Statement of rights'],
} as const

/**
 * The XMP packet (ISO 16684-1): Dublin Core, PRISM, and the standards that the file keeps. DOIs of several articles are
 * relations of the issue; that of a single article is the file's own.
 */
export function xmpPacket(publication: Publication<unknown>, options: XmpOptions): string {
  const { metadata, parts } = publication
  const { periodical, issue, feature, language, rights } = metadata
  const articles = parts.flatMap(({ article }) => article ?? [])
  const publisher = periodical.publisher ?? periodical.sponsor
  const authors = unique(articles.flatMap((article) => article.authors.map(({ name }) => name)))
  const dois = articles.flatMap(({ doi }) => doi ?? [])
  const date = isoDate(options.date)
  const prism: Readonly<Partial<Record<keyof typeof prismTerms, string | undefined>>> = {
    publicationName: periodical.title,
    issn: periodical.issn,
    volume: issue.volume?.toString(),
    number: issue.number?.toString(),
    coverDate: coverDate(metadata),
    coverDisplayDate: numberText(issue),
    issueName: feature?.title,
    doi: dois.length === 1 ? dois[0] : undefined,
    copyright: rights,
  }
  const properties = [
    plain('dc:format', 'application/pdf'),
    alternatives('dc:title', issueTitle(metadata)),
    list('dc:creator', 'Seq', authors.length > 0 ? authors : publisher === undefined ? [] : [publisher]),
    list('dc:publisher', 'Bag', publisher === undefined ? [] : [publisher]),
    list('dc:language', 'Bag', [language]),
    list('dc:subject', 'Bag', unique(articles.flatMap(({ keywords }) => keywords))),
    list('dc:date', 'Seq', [coverDate(metadata)]),
    list('dc:type', 'Bag', ['Text']),
    alternatives('dc:description', feature?.introduction),
    alternatives('dc:rights', rights),
    list('dc:relation', 'Bag', dois.length > 1 ? dois.map((doi) => `https://doi.org/${doi}`) : []),
    ...Object.entries(prism).map(([term, value]) => plain(`prism:${term}`, value)),
    plain('xmp:CreatorTool', options.producer),
    plain('xmp:CreateDate', date),
    plain('xmp:ModifyDate', date),
    plain('xmp:MetadataDate', date),
    plain('pdf:Producer', options.producer),
    ...claims(options, documentIdOf(metadata, date)),
  ]
  const declared = Object.entries(namespaces).filter(([prefix]) => prefix !== 'rdf')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${namespaces.rdf}">
<rdf:Description rdf:about="" ${declared.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')}>
${properties.filter((property) => property !== '').join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

function claims({ archive, accessible, press }: XmpOptions, documentId: string): string[] {
  return [
    ...(archive
      ? [plain('pdfaid:part', archive.slice(0, 1)), plain('pdfaid:conformance', archive.slice(1))]
      : []),
    ...(accessible ? [plain('pdfuaid:part', '1')] : []),
    ...(press
      ? [
          plain('pdfxid:GTS_PDFXVersion', press),
          plain('pdf:Trapped', 'False'),
          plain('xmpMM:DocumentID', documentId),
          plain('xmpMM:VersionID', '1'),
          plain('xmpMM:RenditionClass', 'default'),
        ]
      : []),
    ...(archive ? [extensionSchemas(accessible ?? false)] : []),
  ]
}

/** Schemas that PDF/A does not know must describe themselves (ISO 19005-2, 6.6.2.3.3). */
function extensionSchemas(accessible: boolean): string {
  const schema = (
    prefix: 'prism' | 'pdfuaid',
    name: string,
    terms: readonly (readonly [string, string, string])[],
  ) =>
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespaces[prefix]}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${terms
      .map(
        ([term, type, meaning]) =>
          `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${term}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${meaning}</pdfaProperty:description></rdf:li>`,
      )
      .join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
  const terms = Object.entries(prismTerms).map(([term, [type, meaning]]) => [term, type, meaning] as const)
  return `<pdfaExtension:schemas><rdf:Bag>${schema('prism', 'PRISM Basic Metadata', terms)}${
    accessible
      ? schema('pdfuaid', 'PDF/UA identification', [
          ['part', 'Integer', 'Part of ISO 14289 that the file keeps'],
        ])
      : ''
  }</rdf:Bag></pdfaExtension:schemas>`
}

/** A name for the document that the same issue has each time (ISO 15930-7, 6.7.2; a UUID by RFC 9562, 5.8). */
function documentIdOf({ id, periodical }: IssueMetadata, date: string): string {
  const digest = createHash('sha256').update([periodical.title, id, date].join('\n')).digest('hex')
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
  ]
  return `uuid:${[...parts, digest.slice(20, 32)].join('-')}`
}

/** As far as the issue states it: 2026, 2026-11 or 2026-11-05. */
function coverDate({ issue }: IssueMetadata): string {
  const { year, month, day } = issue.date
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

function plain(name: string, value: string | undefined): string {
  return value === undefined ? '' : `<${name}>${escape(value)}</${name}>`
}

function alternatives(name: string, value: string | undefined): string {
  if (value === undefined) return ''
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt></${name}>`
}

function list(name: string, kind: 'Bag' | 'Seq', values: readonly string[]): string {
  if (values.length === 0) return ''
  return `<${name}><rdf:${kind}>${values.map((value) => `<rdf:li>${escape(value)}</rdf:li>`).join('')}</rdf:${kind}></${name}>`
}

/** XML 1.0 has no control characters but tab and line ends. */
function escape(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
