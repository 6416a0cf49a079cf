import type { CitationData } from './citation-data.js'

/** A RIS record (type JOUR) in UTF-8 with CRLF, as reference managers import it. */
export function ris(data: CitationData): string {
  const { year, month, day } = data
  const lines: readonly (readonly [string, string | number | undefined])[] = [
    ['TY', 'JOUR'],
    ['TI', data.title],
    ['TT', data.titleEn],
    ...data.authors.map(({ name }) => ['AU', name] as const),
    ['T2', data.periodical],
    ['PY', year],
    ['DA', `${year}/${pad(month)}/${pad(day)}/`],
    ['VL', data.volume],
    ['IS', data.number],
    ['SP', data.firstPage],
    ['EP', data.lastPage],
    ['SN', data.issn],
    ['PB', data.publisher],
    ['DO', data.doi],
    ['UR', data.url],
    ['LA', data.language],
    ['AB', data.abstract],
    ...data.keywords.map((keyword) => ['KW', keyword] as const),
  ]
  const written = lines.flatMap(([tag, value]) =>
    value === undefined || value === '' ? [] : [`${tag}  - ${String(value).replaceAll(/\s+/gu, ' ')}\r\n`],
  )
  return `${written.join('')}ER  - \r\n`
}

function pad(part: number | undefined): string {
  return part === undefined ? '' : String(part).padStart(2, '0')
}
