import { nearestName, referenceLabelled, referenceTarget, report } from '../diagnostics/index.js'
import type { Article, CrossReference, Hypertext, Issue, Target } from '../issue/index.js'

/** Reports every cross reference and page reference of the issue that leads nowhere, or to something without a label. */
export function checkReferences(issue: Issue<Hypertext>): void {
  const byPath = new Map(issue.articles.map((article) => [article.path, article]))
  for (const article of issue.articles)
    for (const reference of article.content.references) check(article, reference, byPath)
}

function check(
  article: Article<Hypertext>,
  { kind, path, id, position }: CrossReference,
  byPath: ReadonlyMap<string, Article<Hypertext>>,
): void {
  const written = (path === article.path ? '' : path) + (id === undefined ? '' : `#${id}`)
  const targetArticle = byPath.get(path)
  if (targetArticle === undefined) {
    const proposal = nearestName(path, byPath.keys())
    report(article.file, referenceTarget, position, { written: path, problem: 'article', proposal })
    return
  }
  if (id === undefined) return
  const { targets } = targetArticle.content
  const target = targets.find((candidate) => candidate.id === id)
  if (target === undefined) {
    report(article.file, referenceTarget, position, {
      written,
      problem: 'id',
      proposal: proposalFor(id, article, targetArticle, byPath),
    })
    return
  }
  if (kind === 'reference' && !hasLabel(target))
    report(article.file, referenceLabelled, position, { written })
}

/** The nearest id of the article that was named; else the same id where another article has it. */
function proposalFor(
  id: string,
  from: Article<Hypertext>,
  named: Article<Hypertext>,
  byPath: ReadonlyMap<string, Article<Hypertext>>,
): string | undefined {
  const near = nearestName(
    id,
    named.content.targets.map((target) => target.id),
  )
  if (near !== undefined) return (named === from ? '' : named.path) + `#${near}`
  for (const [path, other] of byPath)
    if (other.content.targets.some((target) => target.id === id)) return `${path}#${id}`
  return undefined
}

function hasLabel(target: Target): boolean {
  return target.number !== undefined || target.title !== ''
}
