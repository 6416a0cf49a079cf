import type { PlannedItem, PlannedSlices } from '../../issue/index.js'
import type { MakeupRequest } from '../makeup-options.js'

/** A run of slices on its sheet. */
export interface Run {
  /** Index of the article in the plan. */
  readonly article: number
  /** Index of the sheet in the plan. */
  readonly sheet: number
  readonly item: PlannedSlices
  /** It is the first thing in its frame. */
  readonly first: boolean
}

/** Every run of the plan, in the order of the text, by article. */
export function runsOf(request: Pick<MakeupRequest, 'plan'>): Run[][] {
  const runs: Run[][] = request.plan.articles.map(() => [])
  for (const [sheet, { parts }] of request.plan.sheets.entries()) {
    for (const { article, page } of parts) {
      for (const frame of request.plan.articles[article]?.pages[page]?.frames ?? []) {
        for (const [at, item] of frame.items.entries()) {
          if (isSlices(item) && item.to > item.from)
            runs[article]?.push({ article, sheet, item, first: at === 0 })
        }
      }
    }
  }
  return runs.map((list) => list.sort((a, b) => a.item.from - b.item.from))
}

export function isSlices(item: PlannedItem): item is PlannedSlices {
  return item.type === 'slices'
}
