import type { Element as HtmlElement, ElementContent, Root } from 'hast'
import type { Element } from 'xast'
import type { ArticleRecord, IssueRecord } from '../issue-record.js'
import { writeXml, x } from '../../issue/index.js'
import { blockAll } from './block.js'
import { articleMeta } from './article-meta.js'
import { classOf, elementsOf, idOf } from './html-element.js'
import { journalMeta } from './journal-meta.js'
import { referenceList } from './references.js'
import { sections } from './sections.js'

/** Formal name of the tag set, JATS 1.3 Journal Publishing with MathML 3 (ANSI/NISO Z39.96-2021). */
const doctype =
  '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD with MathML3 v1.3 20210610//EN" "https://jats.nlm.nih.gov/publishing/1.3/JATS-journalpublishing1-3-mathml3.dtd">'

const articleTypes: Readonly<Record<ArticleRecord['metadata']['kind'], string>> = {
  article: 'research-article',
  'editors-note': 'editorial',
  interview: 'interview',
  review: 'review-article',
  news: 'news',
}

/** One article as JATS 1.3 Journal Publishing. Files it names lie where its links say, relative to the issue's folder. */
export function articleXml(issue: IssueRecord, article: ArticleRecord): string {
  const { abstract, body } = liftAbstract(article.body)
  const notes = noteList(article.notes)
  const references = referenceList(article.metadata.references)
  return writeXml(
    x(
      'article',
      {
        'xmlns:mml': 'http://www.w3.org/1998/Math/MathML',
        'xmlns:xlink': 'http://www.w3.org/1999/xlink',
        'dtd-version': '1.3',
        'article-type': articleTypes[article.metadata.kind],
        'xml:lang': issue.metadata.language.split('-').slice(0, 2).join('-'),
      },
      x('front', {}, journalMeta(issue.metadata), articleMeta(issue, article, abstract)),
      x('body', {}, sections(body)),
      notes === undefined && references === undefined ? undefined : x('back', {}, notes, references),
    ),
    doctype,
  )
}

/** An abstract that opens the text is the article's own and belongs to its front; one further down stays in its place. */
function liftAbstract(tree: Root): { readonly abstract: readonly Element[]; readonly body: Root } {
  const at = tree.children.findIndex((child) => child.type === 'element')
  const first = tree.children[at]
  if (first?.type !== 'element' || !classOf(first).includes('abstract')) return { abstract: [], body: tree }
  return { abstract: blockAll(first.children), body: { ...tree, children: tree.children.toSpliced(at, 1) } }
}

/** Notes in order of their first call, each with its mark. */
function noteList(tree: Root): Element | undefined {
  const notes = find(
    tree.children,
    (element) => element.tagName === 'li' && classOf(element).includes('note'),
  )
  if (notes.length === 0) return undefined
  return x(
    'fn-group',
    {},
    notes.map((note) => {
      const marks = find(note.children, (element) => classOf(element).includes('note-number'))
      const mark = marks[0]?.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
      return x(
        'fn',
        { id: idOf(note) },
        mark && x('label', {}, mark),
        blockAll(without(note.children, marks[0])),
      )
    }),
  )
}

function find(
  children: readonly (ElementContent | Root['children'][number])[],
  wanted: (element: HtmlElement) => boolean,
): HtmlElement[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return []
    return wanted(child) ? [child] : find(elementsOf(child), wanted)
  })
}

function without(children: readonly ElementContent[], dropped: HtmlElement | undefined): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child === dropped) return []
    return child.type === 'element' ? [{ ...child, children: without(child.children, dropped) }] : [child]
  })
}
