import type { Edition } from '../issue/index.js'

/**
 * The id of an element in an edition. Print is one document, where ids carry their article's; the other editions have
 * a file for each part.
 *
 * @param id local to the article; absent for the article itself
 */
export function addressId(edition: Edition, articleId: string, id: string | undefined): string {
  if (id === undefined) return articleId
  return edition === 'print' ? `${articleId}--${id}` : id
}

/** Where a link leads, seen from any part of the edition. */
export function addressHref(edition: Edition, articleId: string, id: string | undefined): string {
  if (edition === 'print') return `#${addressId(edition, articleId, id)}`
  const file = `${articleId}.${edition === 'web' ? 'html' : 'xhtml'}`
  return id === undefined ? file : `${file}#${id}`
}
