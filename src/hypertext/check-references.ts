import { nearestName, referenceLabelled, referenceTarget, report } from '../diagnostics/index.js'
import type { Article, CrossReference, Hypertext, Issue } from '../issue/index.js'

/** Reports, on the file where they stand, cross references over the whole issue that lead to nothing. */
export function checkReferences(issue: Issue<Hypertext>): void {
  const byPath = new Map(issue.articles.map((article) => [article.path, article]))
  for (const article of issue.articles) {
    for (const reference of article.content.references) check(article, reference, byPath)
  }
}

function check(
  article: Article<Hypertext>,
  reference: CrossReference,
  byPath: ReadonlyMap<string, Article<Hypertext>>,
): void {
  const { kind, path, id, position } = reference
  const local = path === article.path
  const written = `${local ? '' : path}${id === undefined ? '' : `#${id}`}`
  const owner = byPath.get(path)
  if (!owner) {
    const near = nearestName(path, byPath.keys())
    const proposal = near === undefined || id === undefined ? near : `${near}#${id}`
    report(article.file, referenceTarget, position, { written, problem: 'article', proposal })
    return
  }
  if (id === undefined) return
  const target = owner.content.targets.find((each) => each.id === id)
  if (!target) {
    const proposal = elsewhere(id, article, byPath) ?? nearest(id, owner, local)
    report(article.file, referenceTarget, position, { written, problem: 'id', proposal })
  } else if (kind === 'reference' && target.number === undefined && target.title === '') {
    report(article.file, referenceLabelled, position, { written })
  }
}

/** The same id in another file of the issue. */
function elsewhere(
  id: string,
  article: Article<Hypertext>,
  byPath: ReadonlyMap<string, Article<Hypertext>>,
): string | undefined {
  for (const [path, other] of byPath) {
    if (other.content.targets.some((target) => target.id === id)) {
      return other === article ? `#${id}` : `${path}#${id}`
    }
  }
  return undefined
}

function nearest(id: string, owner: Article<Hypertext>, local: boolean): string | undefined {
  const near = nearestName(
    id,
    owner.content.targets.map((target) => target.id),
  )
  return near === undefined ? undefined : `${local ? '' : owner.path}#${near}`
}
