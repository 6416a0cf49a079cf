const phrasing =
  'sub sup br kbd abbr cite small mark q s del ins ruby rb rt rp span wbr b i u em strong code'.split(' ')
const table = 'table caption colgroup col thead tbody tfoot tr th td'.split(' ')
const allowed = new Set([...phrasing, ...table])

/** Elements that stand only in certain others. */
const parents: Readonly<Record<string, readonly string[]>> = {
  caption: ['table'],
  colgroup: ['table'],
  col: ['colgroup'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  th: ['tr'],
  td: ['tr'],
  rt: ['ruby'],
  rp: ['ruby'],
  table: ['root', 'blockquote', 'li', 'dd', 'aside', 'section', 'div', 'figure', 'td'],
}

/** Parts of a table that hold nothing but their own parts. */
const structural = new Set(['table', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr'])

/** The HTML elements that a manuscript may use. */
export function isAllowedElement(tag: string): boolean {
  return allowed.has(tag)
}

/** Whether the element may stand there; `root` is the text itself. */
export function mayStandIn(tag: string, parent: string): boolean {
  const only = Object.hasOwn(parents, tag) ? parents[tag] : undefined
  return only ? only.includes(parent) : !structural.has(parent)
}

/** Elements without a closing tag (HTML, 13.1.2), the forbidden ones too, so that they do not seem left open. */
export function isVoid(tag: string): boolean {
  return /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(tag)
}
