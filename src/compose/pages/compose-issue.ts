import type { Galley } from '../../issue/galley.js'
import type {
  ArticlePlan,
  ComposeGeometry,
  ComposeOptions,
  PagePlan,
  PlannedPage,
  PlanStatistics,
  Sheet,
} from '../../issue/page-plan.js'
import { composeArticle } from './compose-article.js'
import type { Entry } from './task.js'

/** One article of the issue, or another part that runs through galleys. */
export interface IssueGalley {
  readonly galley: Galley
  readonly options: ComposeOptions
}

/** Plans by galley, and by where their first page begins. */
export type KnownPlans = WeakMap<Galley, Map<string, ArticlePlan>>

/** An article runs on only when at least this share of the page is free. */
const RUN_ON_SHARE = 1 / 4
/** Units between the end of an article and the one that runs on below it. */
const RUN_ON_GAP = 2

/**
 * Composes the articles of an issue one after another: each on a new page, on a right-hand page (with a blank page
 * before it where one is needed), or below the end of the article before.
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
  const sheets: { side: 'recto' | 'verso'; parts: { article: number; page: number }[] }[] = []
  const articles: ArticlePlan[] = []
  const sideAt = (index: number): 'recto' | 'verso' =>
    (firstSide === 'recto') === (index % 2 === 0) ? 'recto' : 'verso'

  galleys.forEach(({ galley, options }, article) => {
    const entry = options.start === 'run-on' ? runOnEntry(articles, geometry) : undefined
    if (entry) {
      const plan = planFrom(known, galley, geometry, options, entry)
      if (plan.pages[0]?.frames.some((frame) => frame.items.length > 0)) {
        articles.push(plan)
        plan.pages.forEach((_, page) => {
          if (page > 0) sheets.push({ side: sideAt(sheets.length), parts: [] })
          sheets.at(-1)?.parts.push({ article, page })
        })
        return
      }
    }
    if (options.start === 'recto' && sideAt(sheets.length) === 'verso')
      sheets.push({ side: 'verso', parts: [] })
    const plan = planFrom(known, galley, geometry, options, {
      side: sideAt(sheets.length),
      start: 0,
      foot: 0,
    })
    articles.push(plan)
    plan.pages.forEach((_, page) => {
      sheets.push({ side: sideAt(sheets.length), parts: [{ article, page }] })
    })
  })
  return {
    sheets: sheets.map((sheet, index): Sheet => ({ number: index + 1, ...sheet })),
    articles,
    statistics: sumStatistics(articles, sheets.length),
    warnings: articles.flatMap((plan) => plan.warnings),
  }
}

function planFrom(
  known: KnownPlans,
  galley: Galley,
  geometry: ComposeGeometry,
  options: ComposeOptions,
  entry: Entry,
): ArticlePlan {
  const plans = known.get(galley) ?? new Map<string, ArticlePlan>()
  known.set(galley, plans)
  const key = `${entry.side} ${entry.start} ${entry.foot}`
  const plan = plans.get(key) ?? composeArticle(galley, geometry, options, entry)
  plans.set(key, plan)
  return plan
}

/** Where an article may run on below the last one; undefined when too little of that page is free. */
function runOnEntry(articles: readonly ArticlePlan[], geometry: ComposeGeometry): Entry | undefined {
  const last = articles.at(-1)?.pages.at(-1)
  if (!last) return undefined
  const { start, foot } = takenOf(last, geometry)
  if (geometry.lines - start - foot < geometry.lines * RUN_ON_SHARE) return undefined
  return { side: last.side, start, foot }
}

/** Units a page's text and notes take at its top and foot. */
function takenOf(page: PlannedPage, geometry: ComposeGeometry): { start: number; foot: number } {
  let end = page.start
  let bottom = geometry.lines
  for (const area of page.notes) bottom = Math.min(bottom, area.top)
  for (const frame of page.frames) {
    for (const item of frame.items) {
      if (item.type === 'float' && item.place === 'bottom' && frame.column === 'page') {
        bottom = Math.min(bottom, item.top)
      } else end = Math.max(end, item.top + item.height)
    }
  }
  return { start: end + RUN_ON_GAP, foot: geometry.lines - bottom }
}

/** Sums figures of articles; the greatest where a sum says nothing. */
function sumStatistics(articles: readonly ArticlePlan[], pages: number): PlanStatistics {
  const all = articles.map((plan) => plan.statistics)
  const sum = (figure: (statistics: PlanStatistics) => number): number =>
    all.reduce((total, statistics) => total + figure(statistics), 0)
  const costs: Record<string, number> = {}
  for (const { costs: own } of all) {
    for (const [kind, points] of Object.entries(own)) costs[kind] = (costs[kind] ?? 0) + points
  }
  return {
    pages,
    cost: sum((statistics) => statistics.cost),
    costs,
    loneLines: sum((statistics) => statistics.loneLines),
    headingsAtFoot: sum((statistics) => statistics.headingsAtFoot),
    oneLineColumns: sum((statistics) => statistics.oneLineColumns),
    loneCharacters: sum((statistics) => statistics.loneCharacters),
    hyphenBreaks: sum((statistics) => statistics.hyphenBreaks),
    levelDifference: Math.max(0, ...all.map((statistics) => statistics.levelDifference)),
    floatDistances: all.flatMap((statistics) => statistics.floatDistances),
    notesSplit: sum((statistics) => statistics.notesSplit),
  }
}
