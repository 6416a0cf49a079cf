import type { Element } from 'xast'
import type { Chapter } from './chapter.js'
import type { ContentsEntry } from './contents-tree.js'
import { x } from '../issue/index.js'
import { writeXhtml } from './write-xhtml.js'

export interface NavigationData {
  readonly title: string
  readonly language: string
  readonly contents: readonly ContentsEntry[]
  readonly chapters: readonly Chapter[]
}

/** EPUB navigation document (EPUB 3.3 §7): contents, landmarks, page list, lists of figures and tables. */
export function writeNavigation(data: NavigationData): string {
  const { title, language, contents, chapters } = data
  return writeXhtml(
    title,
    language,
    x(
      'body',
      { class: 'ebook ebook-navigation' },
      x(
        'nav',
        { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'toc-title' },
        x('h1', { id: 'toc-title' }, '目次'),
        listOf(contents),
      ),
      landmarks(chapters),
      hiddenList('page-list', '页码', pageEntries(chapters), 'doc-pagelist'),
      hiddenList('loi', '插图', illustrationEntries(chapters, 'figure')),
      hiddenList('lot', '表格', illustrationEntries(chapters, 'table')),
    ),
  )
}

function listOf(entries: readonly ContentsEntry[]): Element {
  return x(
    'ol',
    {},
    entries.map(({ text, authors, href, children }) =>
      x(
        'li',
        {},
        // One label: reading systems drop anything beside the link.
        href === undefined
          ? x('span', {}, text)
          : x('a', { href }, text, authors ? x('span', { class: 'authors' }, `　${authors}`) : undefined),
        children.length > 0 ? listOf(children) : undefined,
      ),
    ),
  )
}

function landmarks(chapters: readonly Chapter[]): Element {
  const find = (kind: Chapter['part']['kind']) => chapters.find(({ part }) => part.kind === kind)?.name
  const entries: readonly (readonly [string, string, string | undefined])[] = [
    ['cover', '封面', find('cover')],
    ['toc', '目次', find('contents') ?? '#toc'],
    ['bodymatter', '正文', find('article')],
    ['colophon', '版权页', find('colophon')],
  ]
  return x(
    'nav',
    { 'epub:type': 'landmarks', hidden: '', 'aria-label': '导览' },
    x(
      'ol',
      {},
      entries.flatMap(([type, text, href]) =>
        href === undefined ? [] : [x('li', {}, x('a', { 'epub:type': type, href }, text))],
      ),
    ),
  )
}

function hiddenList(
  type: string,
  label: string,
  entries: readonly ContentsEntry[],
  role?: string,
): Element | undefined {
  if (entries.length === 0) return undefined
  return x(
    'nav',
    { 'epub:type': type, role, hidden: '', 'aria-label': label },
    x('h2', {}, label),
    listOf(entries),
  )
}

function pageEntries(chapters: readonly Chapter[]): ContentsEntry[] {
  return chapters.flatMap(({ name, facts }) =>
    facts.pages.map(({ folio, id }) => ({ text: folio, href: `${name}#${id}`, children: [] })),
  )
}

function illustrationEntries(chapters: readonly Chapter[], kind: 'figure' | 'table'): ContentsEntry[] {
  return chapters.flatMap(({ name, facts }) =>
    facts.illustrations
      .filter((illustration) => illustration.kind === kind)
      .map(({ id, text }) => ({ text, href: `${name}#${id}`, children: [] })),
  )
}
