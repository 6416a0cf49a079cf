import type { Element } from 'xast'
import { type IssueMetadata, optional, x, type XmlChild } from '../../issue/index.js'
import { contribName } from './contrib-name.js'

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
