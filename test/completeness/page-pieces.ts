import { readFrom, type Difference } from './first-difference.js'
import { normalise, type ManuscriptText, type Segment } from './manuscript-text.js'

/** Keys of the metadata that an opener shows, with the words that the template puts before them. */
const opening: Readonly<Record<string, string>> = {
  title: '',
  subtitle: '',
  'title-en': '',
  'authors.name': '',
  'authors.affiliation': '',
  'authors.position': '',
  'authors.posts': '',
  abstract: '摘要',
  'abstract-en': 'Abstract',
  clc: '中图分类号：',
  'document-code': '文献标识码：',
  'article-id': '文章编号：',
  doi: 'DOI：',
  received: '收稿日期：',
  accepted: '录用日期：',
}

/** 着重号 and the bullets of lists, which the browser draws as text. */
const drawnDots = /•/gu

/** What stands beside the manuscript's own words on an article's pages. */
export interface PageText {
  /** Text of the article's pages, normalised, in the order of its tags. */
  readonly pages: string
  readonly section: string
  /** Text within each picture, by path: drawings are part of the page. */
  readonly drawings: ReadonlyMap<string, string>
}

/**
 * Compares an article with its made-up pages. On paper figures, tables and notes stand where there is room, each in one
 * piece; so they are taken out of the text, each exactly once, and what is left must be the article from beginning to
 * end. Notes count anew on each page, so that their numbers may be any.
 *
 * @returns what is missing, doubled, added or out of order; empty when nothing is
 */
export function pageDifferences(article: ManuscriptText, page: PageText): string[] {
  const problems: string[] = []
  let text = page.pages.replaceAll(drawnDots, '')
  const take = (segments: readonly Segment[], what: string): void => {
    const found = find(segments, text)
    if (found === undefined) problems.push(`${what} is not in one piece on the pages`)
    else text = text.slice(0, found.start) + text.slice(found.end)
  }
  const loose = (segments: readonly Segment[]): Segment[] => segments.map(anyNumber)

  for (const note of openingNotes(article)) take([{ kind: 'text', text: note }], note)
  // Longest first: a short note's words may be part of a longer one's.
  for (const note of longestFirst(article.notes)) take(loose(note), `note ${sample(note)}`)
  const kept: Segment[] = []
  let after = 0
  for (const float of article.floats) {
    kept.push(...article.body.slice(after, float.from))
    after = float.to
  }
  kept.push(...article.body.slice(after))
  const floats = article.floats.map(({ from, to, pictures }) => [
    ...pictures.map((path): Segment => ({ kind: 'text', text: page.drawings.get(path) ?? '' })),
    ...article.body.slice(from, to),
  ])
  for (const float of longestFirst(floats)) if (float.length > 0) take(loose(float), `float ${sample(float)}`)

  const references: Segment[] = article.references.map((reference, index) => ({
    kind: 'text',
    text: `[${index + 1}]${reference}`,
  }))
  const main = [
    ...loose(kept),
    ...(references.length > 0 ? [{ kind: 'label', text: '参考文献' } as const, ...references] : []),
  ]
  const start = find(main, text)
  if (start === undefined) problems.push(`text: ${describe(furthest(main, text))}`)
  else {
    if (start.end !== text.length)
      problems.push(`after the text stands ${text.slice(start.end, start.end + 60)}`)
    problems.push(...openerDifferences(article, page.section, text.slice(0, start.start)))
  }
  return problems
}

/** Title, authors and abstract in any order, each once, and nothing else but the template's own words. */
function openerDifferences({ metadata }: ManuscriptText, section: string, opener: string): string[] {
  const list = (label: string, key: string, separator: string): string[] => {
    const words = metadata.get(key)
    return words ? [label + words.join(separator)] : []
  }
  const values = [
    section,
    ...Object.entries(opening).flatMap(([key, label]) =>
      (metadata.get(key) ?? []).map((value) => label + value),
    ),
    ...list('关键词', 'keywords', '；'),
    ...list('Keywords', 'keywords-en', ';'),
  ].map(normalise)
  const problems: string[] = []
  let text = opener
  for (const value of values.toSorted((a, b) => b.length - a.length)) {
    const at = text.indexOf(value)
    if (at === -1) problems.push(`the opener lacks ${value}`)
    // A mark in place of what was taken out: two halves must not grow together into a word.
    else text = `${text.slice(0, at)}\u3000${text.slice(at + value.length)}`
  }
  const rest = text.replaceAll(/[,\u3000]/g, '')
  if (rest !== '') problems.push(`the opener has besides: ${rest}`)
  return problems
}

/** 基金项目, 作者简介 and 责任编辑, as the template writes them at the foot of the first page. */
function openingNotes({ metadata }: ManuscriptText): string[] {
  const one = (key: string): string => metadata.get(key)?.[0] ?? ''
  const notes: string[] = []
  if (one('funding')) notes.push(`基金项目${one('funding')}`)
  const bio = one('authors.bio')
  if (bio || one('authors.email')) {
    const label = one('authors.corresponding') === 'true' ? '通信作者' : '作者简介'
    notes.push(`${label}${one('authors.name')}${bio && `，${bio}`}${one('authors.email')}`)
  }
  if (one('editor')) notes.push(`责任编辑${one('editor')}`)
  return notes
}

function find(
  segments: readonly Segment[],
  text: string,
): { readonly start: number; readonly end: number } | undefined {
  for (let start = 0; start <= text.length; start++) {
    const { end, problem } = readFrom(segments, text, start)
    if (problem !== undefined) continue
    // A call right before a note's own mark reads as one number; the note begins with the last of its digits.
    let last = start
    for (;;) {
      const later = readFrom(segments, text, last + 1)
      if (later.problem !== undefined || later.end !== end) break
      last += 1
    }
    return { start: last, end }
  }
  return undefined
}

/** The beginning from which most can be read, for the message. */
function furthest(segments: readonly Segment[], text: string): Difference | undefined {
  let best: { readonly length: number; readonly problem: Difference | undefined } | undefined
  for (let start = 0; start < text.length; start++) {
    const { end, problem } = readFrom(segments, text, start)
    if (end - start > (best?.length ?? -1)) best = { length: end - start, problem }
  }
  return best?.problem
}

function describe(difference: Difference | undefined): string {
  if (difference === undefined) return 'is not there'
  const { after, expected, actual } = difference
  return `after “${after}” should come “${expected}”, and there is “${actual}”`
}

/** A call, or a note's own mark, as a number that may be any. */
function anyNumber(segment: Segment): Segment {
  const isMark = segment.kind === 'label' && /^[①-⑳㉑-㊿]$|^\(\d+\)$/u.test(segment.text)
  return segment.kind === 'call' || isMark ? { kind: 'number' } : segment
}

function longestFirst(pieces: readonly (readonly Segment[])[]): (readonly Segment[])[] {
  const length = (segments: readonly Segment[]): number =>
    segments.reduce((sum, segment) => sum + ('text' in segment ? segment.text.length : 4), 0)
  return pieces.toSorted((a, b) => length(b) - length(a))
}

function sample(segments: readonly Segment[]): string {
  const text = segments.map((segment) => ('text' in segment ? segment.text : '…')).join('')
  return `“${text.slice(0, 30)}…”`
}
