import type { Element } from 'hast'

/** HTML by its tag's name → structure type. What is not here is no tag of its own: its text belongs to what is around. */
const types: Readonly<Record<string, string>> = {
  article: 'Art',
  section: 'Sect',
  header: 'Div',
  footer: 'Div',
  main: 'Div',
  nav: 'Div',
  div: 'Div',
  aside: 'Sect',
  p: 'P',
  address: 'P',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  blockquote: 'BlockQuote',
  ul: 'L',
  ol: 'L',
  li: 'LI',
  dl: 'L',
  dt: 'Lbl',
  dd: 'LBody',
  table: 'Table',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  figure: 'Div',
  figcaption: 'Caption',
  caption: 'Caption',
  pre: 'P',
  code: 'Code',
  kbd: 'Code',
  samp: 'Code',
  em: 'Em',
  strong: 'Strong',
  a: 'Link',
  ruby: 'Ruby',
  rt: 'RT',
  svg: 'Figure',
  math: 'Formula',
}

/** Classes that say more than the tag's name (the contract of hypertext and templates). */
const byClass: Readonly<Record<string, string>> = {
  note: 'Note',
  'note-number': 'Lbl',
  'contents-articles': 'TOC',
  'contents-article': 'TOCI',
  pullquote: 'BlockQuote',
  box: 'Sect',
  checkbox: 'Lbl',
  'contents-line': 'Reference',
  'note-call': 'Reference',
}

/**
 * Structure type of an element, as ISO 32000-1, 14.8.4, names it; `undefined` when it has no tag of its own.
 *
 * A `figure` is a group, for its picture is the Figure; a link in the text that leads to a note is a Reference around
 * the Link, which the file's structure adds.
 */
export function structureType(element: Element, ancestors: readonly Element[]): string | undefined {
  const { tagName, properties } = element
  const classes = Array.isArray(properties['className']) ? properties['className'].map(String) : []
  const special = classes.map((name) => byClass[name]).find((type) => type !== undefined)
  if (special !== undefined) return special
  if (tagName === 'img') return properties['alt'] ? 'Figure' : undefined
  if (tagName === 'a') return properties['href'] === undefined ? undefined : 'Link'
  // Code in a block of its own is the block; the paragraph holds the code.
  if (tagName === 'div' && ancestors.at(-1)?.tagName === 'dl') return 'LI'
  return types[tagName]
}
