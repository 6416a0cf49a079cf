import type { ArticlePlan, ComposeGeometry, PlannedNotes, PlannedPage } from '../../issue/page-plan.js'
import type { Entry } from './task.js'

/** Units between the end of an article and the one that runs on below it. */
const GAP = 2
/** An article that goes on over the page runs on only when at least this share of the first page is free. */
const SHARE = 1 / 4
/** Points of the storey of faults that no run-on is worth: lone lines, broken keeps. */
const STOREY = 1e6

/**
 * Where an article may begin below the end of others; undefined when their page has no place for one.
 *
 * @param pages what stands on the sheet: one page of each article
 */
export function entryBelow(pages: readonly PlannedPage[], geometry: ComposeGeometry): Entry | undefined {
  const last = pages.at(-1)
  if (!last || last.jumpTo !== undefined) return undefined
  let end = last.start
  for (const frame of last.frames) {
    for (const item of frame.items) {
      // A figure at the page's foot would part the article that follows from its notes.
      if (item.type === 'float' && item.place === 'bottom' && frame.column === 'page') return undefined
      end = Math.max(end, item.top + item.height)
    }
  }
  const bottom = Math.min(geometry.lines, ...pages.flatMap(({ notes }) => notes.map(({ top }) => top)))
  const start = end + GAP
  return start < bottom ? { side: last.side, start, foot: geometry.lines - bottom } : undefined
}

/**
 * Whether a plan that begins below another article is worth having: some of its text stands beside its title there, it
 * ends on that page or has a good part of it, and it has no fault that a page of its own would spare it.
 *
 * @param begins number of the article's page that stands there: the first one, or the first of its rest
 */
export function isRunOnWorthwhile(
  runOn: ArticlePlan,
  { start, foot }: Entry,
  onOwnPage: () => ArticlePlan,
  { lines }: ComposeGeometry,
  begins = 0,
): boolean {
  const pages = runOn.pages.slice(begins)
  const [first] = pages
  const hasText = first?.frames.some(
    ({ column, items }) => column !== 'page' && items.some((item) => item.type === 'slices'),
  )
  const hasOnlySpans = pages.every(({ frames }) => frames.every(({ column }) => column === 'page'))
  if (!hasText && !(hasOnlySpans && pages.length === 1)) return false
  if (pages.length > 1 && lines - start - foot < lines * SHARE) return false
  return Math.floor(runOn.statistics.cost / STOREY) <= Math.floor(onOwnPage().statistics.cost / STOREY)
}

/**
 * Orders the notes of a shared page: those of the article that comes last go to the foot, the others' above them. The
 * composer had left the foot to the others.
 *
 * @returns the pages in their order
 */
export function stackNotes(above: readonly PlannedPage[], below: PlannedPage, foot: number): PlannedPage[] {
  if (foot === 0) return [...above, below]
  const heightBelow = ({ column }: PlannedNotes): number =>
    below.notes.find((area) => area.column === column)?.height ?? 0
  return [
    ...above.map((page) => ({
      ...page,
      notes: page.notes.map((area) => ({ ...area, top: area.top - heightBelow(area) })),
    })),
    {
      ...below,
      notes: below.notes.map((area) => ({ ...area, top: area.top + foot })),
      ...(below.jumpTo !== undefined && { jumpTo: below.jumpTo + foot }),
    },
  ]
}
