import type { Element } from 'xast'
import { type Author, x, type XmlChild } from '../../issue/index.js'
import type { ArticleRecord } from '../issue-record.js'
import { alternatives, contribName } from './contrib-name.js'

export function contributors({ metadata: { authors, editor } }: ArticleRecord): XmlChild {
  const affiliated = affiliationNumbers(authors)
  return [
    authors.length > 0 &&
      x(
        'contrib-group',
        { 'content-type': 'authors' },
        authors.map((author) => contributor(author, affiliated.get(author.affiliation ?? ''))),
      ),
    editor &&
      x(
        'contrib-group',
        { 'content-type': 'editors' },
        x('contrib', { 'contrib-type': 'editor' }, contribName(editor)),
      ),
  ].filter((group) => typeof group === 'object')
}

function contributor(author: Author, affiliation: number | undefined): Element {
  const { name, nameEn, orcid, corresponding, position, posts = [], bio, email } = author
  return x(
    'contrib',
    { 'contrib-type': 'author', corresp: corresponding ? 'yes' : undefined },
    orcid && x('contrib-id', { 'contrib-id-type': 'orcid' }, `https://orcid.org/${orcid}`),
    nameEn === undefined ? contribName(name) : alternatives(name, nameEn),
    email && x('email', {}, email),
    [position, ...posts].map((role) => role && x('role', {}, role)),
    bio && x('bio', {}, x('p', {}, bio)),
    affiliation !== undefined && affiliation > 0
      ? x('xref', { 'ref-type': 'aff', rid: `aff-${affiliation}` })
      : undefined,
  )
}

/** Authors of one place share it; places count from 1 in the order of the authors. */
function affiliationNumbers(authors: readonly Author[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { affiliation } of authors) {
    if (affiliation !== undefined && !numbers.has(affiliation)) numbers.set(affiliation, numbers.size + 1)
  }
  return numbers
}

export function affiliations(authors: readonly Author[]): Element[] {
  return [...affiliationNumbers(authors)].map(([name, number]) =>
    x('aff', { id: `aff-${number}` }, x('institution', {}, name)),
  )
}

export function authorNotes(authors: readonly Author[]): XmlChild {
  const corresponding = authors.filter((author) => author.corresponding && author.email)
  if (corresponding.length === 0) return undefined
  return x(
    'author-notes',
    {},
    corresponding.map(({ name, email }) => x('corresp', {}, `${name} `, x('email', {}, email))),
  )
}
