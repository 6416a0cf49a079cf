import type { ArticlePlan, Galley, PagePlan, PlannedPage } from '../issue/index.js'

/** On which sheets an article's nodes stand, by their keys in the galley. Sheets are 0-based. */
export interface KeySheets {
  /** The part's id. */
  readonly id: string
  /** The sheet on which the article begins: that of every key which `sheets` does not name. */
  readonly first: number
  readonly sheets: Readonly<Record<string, number>>
  /** By key of a block that goes on: the lines that begin on a further sheet. */
  readonly turns: Readonly<Record<string, readonly SheetTurn[]>>
}

export interface SheetTurn {
  /** 0-based line of the block. */
  readonly index: number
  readonly sheet: number
}

/** What the page has to know of a plan to say where its ids stand: a small part of plan and galleys. */
export function sheetsOfKeys(plan: PagePlan, galleys: readonly Galley[]): KeySheets[] {
  const byId = new Map(galleys.map((galley) => [galley.id, galley]))
  const sheets: number[][] = plan.articles.map(() => [])
  for (const [sheet, { parts }] of plan.sheets.entries()) {
    for (const { article, page } of parts) (sheets[article] ??= [])[page] = sheet
  }
  return plan.articles.flatMap((article, at) => {
    const galley = byId.get(article.id)
    return galley ? sheetsOfArticle(article, galley, sheets[at] ?? []) : []
  })
}

function sheetsOfArticle(
  { id, pages }: ArticlePlan,
  galley: Galley,
  sheetOfPage: readonly number[],
): KeySheets {
  const first = sheetOfPage[0] ?? 0
  const keys = new ArticleKeys(galley)
  for (const [at, page] of pages.entries()) keys.add(page, sheetOfPage[at] ?? 0)
  const later = [...keys.sheets].filter(([, sheet]) => sheet !== first)
  return { id, first, sheets: Object.fromEntries(later), turns: Object.fromEntries(keys.turns) }
}

/** Collects page by page where each key stands first, and where blocks go on. */
class ArticleKeys {
  readonly sheets = new Map<string, number>()
  readonly turns = new Map<string, SheetTurn[]>()

  constructor(readonly galley: Galley) {}

  add({ frames, notes }: PlannedPage, sheet: number): void {
    const { galley } = this
    for (const { items } of frames) {
      for (const item of items) {
        if (item.type === 'slices') this.#addSlices(item.from, item.to, sheet)
        else this.#set(galley.floats[item.float]?.key, sheet)
      }
    }
    for (const area of notes) {
      for (const { list, note } of area.notes)
        this.#set((list === 'notes' ? galley.notes : galley.openingNotes)[note]?.key, sheet)
    }
  }

  #addSlices(from: number, to: number, sheet: number): void {
    for (let at = from; at < to; at++) {
      const { block = -1, index = 0, containers = [] } = this.galley.slices[at] ?? {}
      const key = this.galley.blocks[block]?.key
      if (key !== undefined && (this.sheets.get(key) ?? sheet) !== sheet) this.#turn(key, { index, sheet })
      this.#set(key, sheet)
      for (const container of containers) this.#set(this.galley.containers[container]?.key, sheet)
    }
  }

  #turn(key: string, turn: SheetTurn): void {
    const turns = this.turns.get(key)
    if (turns === undefined) this.turns.set(key, [turn])
    else if (turns.at(-1)?.sheet !== turn.sheet) turns.push(turn)
  }

  #set(key: string | undefined, sheet: number): void {
    if (key !== undefined && !this.sheets.has(key)) this.sheets.set(key, sheet)
  }
}
