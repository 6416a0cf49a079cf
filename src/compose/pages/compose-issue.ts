import type { Galley } from '../../issue/galley.js'
import type { ComposeGeometry, ComposeOptions, PagePlan } from '../../issue/page-plan.js'
import { IssueComposer, type KnownPlans } from './issue-composer.js'

/** One article of the issue, or another part that runs through galleys. */
export interface IssueGalley {
  readonly galley: Galley
  readonly options: ComposeOptions
}

/**
 * Composes the articles of an issue one after another: each on a new page, on a right-hand page (with a blank page
 * before it where one is needed), or below the end of the article before. The rest of an article that jumps follows the
 * end of the one it is sent behind, on the same page where there is room.
 *
 * @param firstSide side of the first page; issues begin on the right
 * @param known plans of earlier calls with the same geometry and options; those of the same galleys are taken over
 */
export function composeIssue(
  galleys: readonly IssueGalley[],
  geometry: ComposeGeometry,
  firstSide: 'recto' | 'verso' = 'recto',
  known: KnownPlans = new WeakMap(),
): PagePlan {
  const composer = new IssueComposer(geometry, firstSide, known)
  galleys.forEach(({ galley, options }, article) => {
    const followed =
      galleys[article + 1]?.options.start === 'run-on' ||
      galleys.some((other) => other.options.jump?.after === article)
    composer.add(galley, { ...options, followed: options.followed ?? followed })
  })
  return composer.plan()
}
