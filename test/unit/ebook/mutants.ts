import type { Entry } from '../../../src/ebook/check/read-container.js'

/** A good ebook made bad in one way. */
export interface Mutant {
  readonly name: string
  /** The rule of our own check that must refuse it. */
  readonly rule: string
  readonly change: (entries: readonly Entry[]) => readonly Entry[]
}

const first = 'OEBPS/a01-first.xhtml'
const opf = 'OEBPS/content.opf'
const nav = 'OEBPS/toc.xhtml'
const font = 'OEBPS/fonts/kb-mono-400.ttf'

/** Ways in which ebooks go wrong. */
export const mutants: readonly Mutant[] = [
  {
    name: 'no modified date',
    rule: 'metadata-complete',
    change: edit(opf, /<meta property="dcterms:modified">[^<]*<\/meta>/, ''),
  },
  { name: 'missing file', rule: 'files-exist', change: without('OEBPS/images/growth.svg') },
  { name: 'doubled id', rule: 'ids-unique', change: edit(first, 'id="sec-sub"', 'id="sec-one"') },
  {
    name: 'mimetype second',
    rule: 'mimetype-first',
    change: ([mimetype, second, ...rest]) =>
      [second, mimetype, ...rest].filter((entry) => entry !== undefined),
  },
  {
    name: 'mimetype compressed',
    rule: 'mimetype-stored',
    change: replace('mimetype', (entry) => ({ ...entry, method: 8 })),
  },
  {
    name: 'wrong media type',
    rule: 'media-type-true',
    change: edit(
      opf,
      'href="images/growth.svg" media-type="image/svg+xml"',
      'href="images/growth.svg" media-type="image/png"',
    ),
  },
  { name: 'bare ampersand', rule: 'well-formed', change: edit(first, '诗行一', '诗 & 行') },
  { name: 'control character', rule: 'well-formed', change: edit(first, '诗行一', '诗\u0008行') },
  { name: 'missing property', rule: 'properties-true', change: edit(opf, ' properties="mathml"', '') },
  {
    name: 'remote picture',
    rule: 'files-local',
    change: edit(first, 'src="images/growth.svg"', 'src="https://example.org/growth.svg"'),
  },
  { name: 'broken note', rule: 'notes-linked', change: edit(first, 'href="#note-2"', 'href="#fig-x"') },
  { name: 'empty picture', rule: 'media-type-true', change: empty('OEBPS/images/image.png') },
  {
    name: 'contents out of order',
    rule: 'navigation-ordered',
    change: edit(nav, /(<li><a href="a01-first[^"]*#sec-one">.*?<\/ol><\/li>)(<li>.*?<\/li>)/, '$2$1'),
  },
  {
    name: 'language mismatch',
    rule: 'language-agrees',
    change: edit(first, /lang="zh-Hans" xml:lang="zh-Hans"/, 'lang="ja" xml:lang="ja"'),
  },
  { name: 'no alternative text', rule: 'alt-present', change: edit(first, / alt="折线[^"]*"/, '') },
  {
    name: 'no summary',
    rule: 'metadata-complete',
    change: edit(opf, /<meta property="schema:accessibilitySummary">[^<]*<\/meta>/, ''),
  },
  {
    name: 'page list without breaks',
    rule: 'page-list-true',
    change: edit(first, /<span epub:type="pagebreak"[^>]*id="page-2"[^>]*><\/span>/, ''),
  },
  {
    name: 'page list out of order',
    rule: 'navigation-ordered',
    change: edit(nav, /(<li><a href="a01-first.xhtml#page-1">1<\/a><\/li>)(<li>.*?<\/li>)/, '$2$1'),
  },
  {
    name: 'undeclared file',
    rule: 'files-declared',
    change: (entries) => [...entries, { name: 'OEBPS/stray.txt', method: 8, bytes: Buffer.from('stray') }],
  },
  {
    name: 'mis-cased SVG',
    rule: 'svg-names-cased',
    change: edit('OEBPS/images/growth.svg', 'viewBox', 'viewbox'),
  },
  {
    name: 'placeholder for a description',
    rule: 'alt-meaningful',
    change: edit(first, /alt="折线[^"]*"/, 'alt="图片"'),
  },
  { name: 'empty font', rule: 'media-type-true', change: empty(font) },
  {
    name: 'font without glyphs',
    rule: 'font-has-glyphs',
    change: replace(font, (entry) => ({ ...entry, bytes: entry.bytes.subarray(0, 400) })),
  },
  {
    name: 'wrong position',
    rule: 'position-numeric',
    change: edit(opf, /(<meta refines="#periodical" property="group-position">)83/, '$1第83期'),
  },
  {
    name: 'lost description',
    rule: 'targets-exist',
    change: edit(first, ' id="fig-x-description"', ''),
  },
  {
    name: 'two same names',
    rule: 'names-unique',
    change: (entries) => [...entries, ...entries.filter(({ name }) => name === first)],
  },
]

function replace(name: string, change: (entry: Entry) => Entry): Mutant['change'] {
  return (entries) => entries.map((entry) => (entry.name === name ? change(entry) : entry))
}

function without(name: string): Mutant['change'] {
  return (entries) => entries.filter((entry) => entry.name !== name)
}

function empty(name: string): Mutant['change'] {
  return replace(name, (entry) => ({ ...entry, bytes: new Uint8Array() }))
}

/** Changes the text of one file; a pattern that is not there is a mistake of the table. */
function edit(name: string, pattern: string | RegExp, text: string): Mutant['change'] {
  return replace(name, (entry) => {
    const before = Buffer.from(entry.bytes).toString('utf8')
    const after = before.replace(pattern, text)
    if (after === before) throw new Error(`${name} has no ${String(pattern)}`)
    return { ...entry, bytes: Buffer.from(after) }
  })
}
