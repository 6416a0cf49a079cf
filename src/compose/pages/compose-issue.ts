import type { Galley } from '../../issue/galley.js'
import type {
  ArticlePlan,
  ComposeGeometry,
  ComposeOptions,
  PagePlan,
  PlannedPage,
} from '../../issue/page-plan.js'
import { composeArticle } from './compose-article.js'
import { entryBelow, isRunOnWorthwhile, stackNotes } from './run-on.js'
import { sumStatistics } from './sum-statistics.js'
import type { Entry } from './task.js'

/** One article of the issue, or another part that runs through galleys. */
export interface IssueGalley {
  readonly galley: Galley
  readonly options: ComposeOptions
}

/** Plans by galley, and by where their first page begins. */
export type KnownPlans = WeakMap<Galley, Map<string, ArticlePlan>>

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
  const composer = new IssueComposer(geometry, firstSide, known)
  galleys.forEach(({ galley, options }, article) => {
    const followed = galleys[article + 1]?.options.start === 'run-on'
    composer.add(galley, { ...options, followed: options.followed ?? followed })
  })
  return composer.plan()
}

/** A sheet in the making. */
interface OpenSheet {
  readonly side: 'recto' | 'verso'
  readonly parts: { readonly article: number; readonly page: number }[]
}

class IssueComposer {
  readonly #sheets: OpenSheet[] = []
  readonly #articles: ArticlePlan[] = []

  constructor(
    readonly geometry: ComposeGeometry,
    readonly firstSide: 'recto' | 'verso',
    readonly known: KnownPlans,
  ) {}

  add(galley: Galley, options: ComposeOptions): void {
    if (options.start === 'run-on' && this.#runOn(galley, options)) return
    if (options.start === 'recto' && this.#nextSide() === 'verso')
      this.#sheets.push({ side: 'verso', parts: [] })
    this.#articles.push(this.#planFrom(galley, options, this.#newPage()))
    this.#place(0)
  }

  plan(): PagePlan {
    const articles = this.#articles
    return {
      sheets: this.#sheets.map((sheet, index) => ({ number: index + 1, ...sheet })),
      articles,
      statistics: sumStatistics(articles, this.#sheets.length),
      warnings: articles.flatMap((plan) => plan.warnings),
    }
  }

  /** Puts the last article's pages from `page` on to new sheets. */
  #place(page: number): void {
    const article = this.#articles.length - 1
    const count = this.#articles[article]?.pages.length ?? 0
    for (let at = page; at < count; at += 1)
      this.#sheets.push({ side: this.#nextSide(), parts: [{ article, page: at }] })
  }

  /** Begins below the end of what stands on the last sheet, if that is worth it. */
  #runOn(galley: Galley, options: ComposeOptions): boolean {
    const sheet = this.#sheets.at(-1)
    const above =
      sheet?.parts.flatMap(({ article, page }) => this.#articles[article]?.pages[page] ?? []) ?? []
    const entry = entryBelow(above, this.geometry)
    if (!sheet || !entry) return false
    const plan = this.#planFrom(galley, options, entry)
    const onOwnPage = (): ArticlePlan => this.#planFrom(galley, options, this.#newPage())
    const first = plan.pages[0]
    if (!first || !isRunOnWorthwhile(plan, entry, onOwnPage, this.geometry)) return false
    this.#articles.push(plan)
    sheet.parts.push({ article: this.#articles.length - 1, page: 0 })
    stackNotes(above, first, entry.foot).forEach((page, at) => this.#replace(sheet.parts[at], page))
    this.#place(1)
    return true
  }

  #replace(part: { readonly article: number; readonly page: number } | undefined, page: PlannedPage): void {
    const plan = part && this.#articles[part.article]
    if (plan) this.#articles[part.article] = { ...plan, pages: plan.pages.with(part.page, page) }
  }

  #nextSide(): 'recto' | 'verso' {
    return (this.firstSide === 'recto') === (this.#sheets.length % 2 === 0) ? 'recto' : 'verso'
  }

  #newPage(): Entry {
    return { side: this.#nextSide(), start: 0, foot: 0 }
  }

  #planFrom(galley: Galley, options: ComposeOptions, entry: Entry): ArticlePlan {
    const plans = this.known.get(galley) ?? new Map<string, ArticlePlan>()
    this.known.set(galley, plans)
    const key = `${entry.side} ${entry.start} ${entry.foot} ${options.followed}`
    const plan = plans.get(key) ?? composeArticle(galley, this.geometry, options, entry)
    plans.set(key, plan)
    return plan
  }
}
