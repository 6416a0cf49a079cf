import type { ArticlePlan, PlanStatistics } from '../../issue/page-plan.js'

/** Sums figures of articles; the greatest where a sum says nothing. */
export function sumStatistics(articles: readonly ArticlePlan[], pages: number): PlanStatistics {
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
