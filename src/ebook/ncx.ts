import type { Element } from 'xast'
import type { Chapter } from './chapter.js'
import type { ContentsEntry } from './contents-tree.js'
import { writeXml, x } from '../issue/index.js'

export interface NcxData {
  readonly uuid: string
  readonly title: string
  readonly language: string
  readonly contents: readonly ContentsEntry[]
  readonly chapters: readonly Chapter[]
}

/** The NCX of EPUB 2 (OPF 2.0.1 §2.4.1), which readers older than 2012 and some Chinese ones today still open. */
export function writeNcx({ uuid, title, language, contents, chapters }: NcxData): string {
  const pages = chapters.flatMap(({ name, facts }) => facts.pages.map((page) => ({ ...page, name })))
  const order: Order = { places: new Map(), points: 0 }
  const points = contents.map((entry) => point(entry, order))
  return writeXml(
    x(
      'ncx',
      { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': language },
      x(
        'head',
        {},
        x('meta', { name: 'dtb:uid', content: `urn:uuid:${uuid}` }),
        x('meta', { name: 'dtb:depth', content: String(depthOf(contents)) }),
        x('meta', { name: 'dtb:totalPageCount', content: String(pages.length) }),
        x('meta', { name: 'dtb:maxPageNumber', content: String(maxPage(pages)) }),
      ),
      x('docTitle', {}, x('text', {}, title)),
      x('navMap', {}, points),
      pages.length === 0
        ? undefined
        : x(
            'pageList',
            {},
            x('navLabel', {}, x('text', {}, '页码')),
            pages.map(({ name, id, folio }, index) =>
              pageTarget(folio, `${name}#${id}`, orderOf(`${name}#${id}`, order), index),
            ),
          ),
    ),
  )
}

interface Order {
  readonly places: Map<string, number>
  points: number
}

function point(entry: ContentsEntry, order: Order): Element {
  const target = hrefOf(entry)
  const playOrder = orderOf(target, order)
  const text = entry.authors ? `${entry.text}　${entry.authors}` : entry.text
  return x(
    'navPoint',
    { id: `point-${++order.points}`, playOrder: String(playOrder) },
    x('navLabel', {}, x('text', {}, text)),
    x('content', { src: target }),
    entry.children.map((child) => point(child, order)),
  )
}

function pageTarget(folio: string, src: string, playOrder: number, index: number): Element {
  const numeric = /^\d+$/.test(folio)
  return x(
    'pageTarget',
    {
      id: `page-target-${index + 1}`,
      type: numeric ? 'normal' : 'front',
      value: numeric ? folio : undefined,
      playOrder: String(playOrder),
    },
    x('navLabel', {}, x('text', {}, folio)),
    x('content', { src }),
  )
}

/** Every entry of an NCX leads somewhere: a section leads to its first article. */
function hrefOf(entry: ContentsEntry): string {
  if (entry.href !== undefined) return entry.href
  const [first] = entry.children
  return first ? hrefOf(first) : ''
}

/** Entries with one target share their place in the order (NCX, DAISY 3 §8.4.4). */
function orderOf(target: string, { places }: Order): number {
  const known = places.get(target) ?? places.size + 1
  places.set(target, known)
  return known
}

function depthOf(entries: readonly ContentsEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map(({ children }) => depthOf(children)))
}

function maxPage(pages: readonly { readonly folio: string }[]): number {
  return Math.max(0, ...pages.map(({ folio }) => (/^\d+$/.test(folio) ? Number(folio) : 0)))
}
