import type { Element } from 'xast'
import { type Reference, x, type XmlChild } from '../../issue/index.js'
import { parseReference, type ReferenceField, type ReferencePart } from '../citation/parse-reference.js'
import { xmlId } from './xml-id.js'

/** 文献类型标识 (GB/T 7714 annex B) as JATS names publications. */
const types: Readonly<Record<string, string>> = {
  J: 'journal',
  M: 'book',
  C: 'confproc',
  N: 'newspaper',
  D: 'thesis',
  R: 'report',
  S: 'standard',
  P: 'patent',
  A: 'book',
  G: 'book',
  DB: 'database',
  CP: 'software',
  EB: 'webpage',
  DS: 'data',
}

const elements: Readonly<Partial<Record<ReferenceField, (text: string) => Element>>> = {
  authors: (text) => x('string-name', {}, text),
  source: (text) => x('source', {}, text),
  place: (text) => x('publisher-loc', {}, text),
  publisher: (text) => x('publisher-name', {}, text),
  year: (text) => x('year', {}, text),
  volume: (text) => x('volume', {}, text),
  issue: (text) => x('issue', {}, text),
  firstPage: (text) => x('fpage', {}, text),
  lastPage: (text) => x('lpage', {}, text),
  doi: (text) => x('pub-id', { 'pub-id-type': 'doi' }, text),
  uri: (text) => x('ext-link', { 'ext-link-type': 'uri', 'xlink:href': text }, text),
}

/** 参考文献: each entry as it was written, its parts marked where GB/T 7714 lets them be told apart. */
export function referenceList(references: readonly Reference[]): Element | undefined {
  if (references.length === 0) return undefined
  return x(
    'ref-list',
    {},
    x('title', {}, '参考文献'),
    references.map((reference, index) =>
      x(
        'ref',
        { id: xmlId(`ref-${reference.id}`) },
        x('label', {}, `[${index + 1}]`),
        mixedCitation(reference.text),
      ),
    ),
  )
}

function mixedCitation(text: string): Element {
  const parsed = parseReference(text)
  if (parsed === undefined) return x('mixed-citation', {}, text)
  const publicationType = types[parsed.type]
  const isArticle = parsed.type === 'J' || parsed.type === 'N'
  return x(
    'mixed-citation',
    { 'publication-type': publicationType ?? 'other' },
    parsed.parts.map((part) => partOf(part, isArticle)),
  )
}

/** The title is the article's in a periodical, and the source itself in a book. */
function partOf({ field, text }: ReferencePart, isArticle: boolean): XmlChild {
  if (field === undefined) return text
  if (field === 'title') return x(isArticle ? 'article-title' : 'source', {}, text)
  return elements[field]?.(text) ?? text
}
