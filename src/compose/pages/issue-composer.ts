import type { Galley } from '../../issue/galley.js'
import type {
  ArticlePlan,
  ComposeGeometry,
  ComposeOptions,
  PagePlan,
  PlannedPage,
  PlanWarning,
} from '../../issue/page-plan.js'
import { composeArticle, composeParted, type Parted } from './compose-article.js'
import { entryBelow, isRunOnWorthwhile, stackNotes } from './run-on.js'
import { sumStatistics } from './sum-statistics.js'
import type { Entry } from './task.js'

/** Plans by galley, and by where their first page begins. */
export type KnownPlans = WeakMap<Galley, Map<string, Parted>>

/** A sheet in the making. */
interface OpenSheet {
  readonly side: 'recto' | 'verso'
  readonly parts: { readonly article: number; readonly page: number }[]
}

/** The rest of an article, waiting for the end of another. */
interface Rest {
  readonly article: number
  readonly pages: number
  readonly after: number
  readonly goOn: NonNullable<Parted['goOn']>
}

/** Puts articles on sheets in their order. */
export class IssueComposer {
  readonly #sheets: OpenSheet[] = []
  readonly #articles: ArticlePlan[] = []
  readonly #rests: Rest[] = []

  constructor(
    readonly geometry: ComposeGeometry,
    readonly firstSide: 'recto' | 'verso',
    readonly known: KnownPlans,
  ) {}

  add(galley: Galley, options: ComposeOptions): void {
    const article = this.#articles.length
    const plan = (entry: Entry): Parted => this.#planFrom(galley, options, entry)
    const { jump } = options
    const runOn = options.start === 'run-on' ? this.#below((entry) => plan(entry).plan, 0) : undefined
    if (!runOn && options.start === 'recto' && this.#nextSide() === 'verso')
      this.#sheets.push({ side: 'verso', parts: [] })
    const parted = plan(runOn ?? this.#newPage())
    const goOn = jump && parted.goOn
    this.#articles.push(goOn || !jump ? parted.plan : withWarning(parted.plan, jump.pages))
    if (goOn) this.#rests.push({ article, pages: jump.pages, after: jump.after, goOn })
    this.#place(article, 0, goOn ? jump.pages : parted.plan.pages.length, runOn)
    for (const rest of this.#rests.filter(({ after }) => after === article)) this.#placeRest(rest)
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

  #placeRest({ article, pages, goOn }: Rest): void {
    const runOn = this.#below(goOn, pages)
    const front = this.#articles[article]?.pages.slice(0, pages) ?? []
    const plan = goOn(runOn ?? this.#newPage())
    // The first pages are on their sheets already, and may share them.
    this.#articles[article] = { ...plan, pages: [...front, ...plan.pages.slice(pages)] }
    this.#place(article, pages, plan.pages.length, runOn)
  }

  /**
   * Where something may begin below the end of what stands on the last sheet, if that is worth it.
   *
   * @param begins number of the page with which it begins
   */
  #below(planFrom: (entry: Entry) => ArticlePlan, begins: number): Entry | undefined {
    const entry = entryBelow(this.#lastPages(), this.geometry)
    if (!entry) return undefined
    const onOwnPage = (): ArticlePlan => planFrom(this.#newPage())
    const isWorthwhile = isRunOnWorthwhile(planFrom(entry), entry, onOwnPage, this.geometry, begins)
    return isWorthwhile ? entry : undefined
  }

  /** Puts pages of an article on sheets: new ones, but for the first when it runs on. */
  #place(article: number, from: number, to: number, runOn: Entry | undefined): void {
    for (let page = from; page < to; page += 1) {
      const sheet = this.#sheets.at(-1)
      if (page > from || !runOn || !sheet) {
        this.#sheets.push({ side: this.#nextSide(), parts: [{ article, page }] })
        continue
      }
      const above = this.#lastPages()
      sheet.parts.push({ article, page })
      const first = this.#articles[article]?.pages[page]
      if (first)
        stackNotes(above, first, runOn.foot).forEach((stacked, at) => this.#replace(sheet.parts[at], stacked))
    }
  }

  /** What stands on the last sheet: one page of each article. */
  #lastPages(): PlannedPage[] {
    const parts = this.#sheets.at(-1)?.parts ?? []
    return parts.flatMap(({ article, page }) => this.#articles[article]?.pages[page] ?? [])
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

  #planFrom(galley: Galley, options: ComposeOptions, entry: Entry): Parted {
    const plans = this.known.get(galley) ?? new Map<string, Parted>()
    this.known.set(galley, plans)
    const { followed, jump } = options
    const key = [entry.side, entry.start, entry.foot, followed, jump?.pages].join(' ')
    const known = plans.get(key)
    if (known) return known
    const parted = jump
      ? composeParted(galley, this.geometry, options, entry, jump.pages)
      : { plan: composeArticle(galley, this.geometry, options, entry), goOn: undefined }
    plans.set(key, parted)
    return parted
  }
}

/** The article ends where its rest was to go elsewhere. */
function withWarning(plan: ArticlePlan, pages: number): ArticlePlan {
  const warning: PlanWarning = {
    kind: 'jump-needless',
    article: plan.id,
    key: plan.id,
    needs: plan.pages.length,
    has: pages,
  }
  return { ...plan, warnings: [...plan.warnings, warning] }
}
