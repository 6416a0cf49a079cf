import type { CitationData } from './citation-data.js'

/**
 * The article as an entry of 参考文献 (GB/T 7714-2015 §4.3, unchanged in 2025 for printed periodicals):
 * 作者. 题名[J]. 刊名, 年, 卷(期): 起止页码. More than three authors end with 等.
 */
export function citationText(data: CitationData): string {
  const { authors, title, periodical, year, volume, number, pages, doi } = data
  const names = authors.map(({ name }) => name)
  const people = names.length > 3 ? [...names.slice(0, 3), '等'] : names
  const place = [
    periodical,
    String(year),
    ...(volume === undefined ? [] : [`${volume}${number === undefined ? '' : `(${number})`}`]),
  ].join(', ')
  return [
    people.length === 0 ? '' : `${people.join(', ')}. `,
    `${title}[J]. ${place}`,
    volume === undefined && number !== undefined ? `(${number})` : '',
    pages === undefined ? '' : `: ${pages}`,
    '.',
    doi === undefined ? '' : ` DOI: ${doi}.`,
  ].join('')
}
