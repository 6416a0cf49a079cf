import type { CitationData } from './citation-data.js'

/** An `@article` entry in UTF-8, as biber and modern BibTeX read it. Authors that are no persons stand in braces. */
export function bibtex(data: CitationData): string {
  const { year, month } = data
  const fields: readonly (readonly [string, string | number | undefined])[] = [
    ['title', `{${escapeTex(data.title)}}`],
    ['author', data.authors.map(({ name }) => `{${escapeTex(name)}}`).join(' and ')],
    ['journal', escapeTex(data.periodical)],
    ['publisher', data.publisher && escapeTex(data.publisher)],
    ['year', year],
    ['month', month],
    ['volume', data.volume],
    ['number', data.number],
    ['pages', data.pages?.replace('-', '--')],
    ['issn', data.issn],
    ['doi', data.doi],
    ['url', data.url],
    ['langid', data.language.startsWith('zh') ? 'chinese' : undefined],
    ['keywords', escapeTex(data.keywords.join(', '))],
  ]
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@article{${data.id},\n${lines.join('')}}\n`
}

/** TeX's own characters; backslashes first become a character that no other rule touches. */
function escapeTex(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\{}$&#%_^~]/gu, (character) => special[character] ?? `\\${character}`)
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}
