export type DirectiveForm = 'container' | 'text'

export interface DirectiveSyntax {
  readonly form: DirectiveForm
  /** Containers only: whether a title in brackets is printed. */
  readonly title: boolean
  /** As an author writes them: `#id`, `.wide`, `caption-en`. */
  readonly attributes: readonly string[]
}

const text: DirectiveSyntax = { form: 'text', title: true, attributes: [] }
const container: DirectiveSyntax = { form: 'container', title: false, attributes: [] }
const captioned: DirectiveSyntax = {
  form: 'container',
  title: true,
  attributes: ['#id', '.wide', '.full', 'caption-en'],
}

/** The directives of a manuscript, as docs/manuscript.md lists them. */
export const knownDirectives: ReadonlyMap<string, DirectiveSyntax> = new Map<string, DirectiveSyntax>([
  ['figure', captioned],
  ['table', captioned],
  ['description', container],
  ['box', { form: 'container', title: true, attributes: ['#id', '.wide'] }],
  ['pullquote', container],
  ['abstract', container],
  ['lacuna', container],
  ['verse', container],
  ['signature', container],
  ['name', text],
  ['book', text],
  ['gezhu', text],
  ['lang', { form: 'text', title: true, attributes: ['lang'] }],
  ['cite', text],
  ['page', text],
])

/** Attributes outside of directives. */
export const headingAttributes: readonly string[] = ['#id']
export const imageAttributes: readonly string[] = ['#id', '.wide', '.full', '.decorative', 'caption-en']
export const mathAttributes: readonly string[] = ['#id']
