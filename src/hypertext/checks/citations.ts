import { referenceCited, report } from '../../diagnostics/index.js'
import type { Transformation } from '../transformation.js'

/** References that nothing cites, when others are cited; a list that is never cited is a reading list. */
export function checkCitations({ article, cited, file }: Transformation): void {
  if (cited.size === 0) return
  for (const [index, { id }] of article.metadata.references.entries()) {
    if (!cited.has(id)) report(file, referenceCited, undefined, { id, number: index + 1 })
  }
}
