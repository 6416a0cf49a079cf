import type { ArticlePlan, Galley, PagePlan } from '../../issue/index.js'
import type { LocateRequest } from '../makeup-options.js'
import { ArticleNodes } from './article-nodes.js'
import { isSlices } from './runs.js'

/** The 0-based sheet of every id in the parts of a plan, while the document still stands as galleys. */
export function locate(request: LocateRequest): Record<string, number> {
  const galleys = new Map(request.galleys.map((galley) => [galley.id, galley]))
  const sheets: Record<string, number> = {}
  for (const [article, plan] of request.plan.articles.entries()) {
    const galley = galleys.get(plan.id)
    const root = document.getElementById(plan.id)
    if (galley && root)
      locateArticle(new ArticleNodes(galley, root), sheetsOfKeys(request.plan, article, plan, galley), sheets)
  }
  return sheets
}

/** Sheets by key; a block that goes on has one for each of its slices that begins a run. */
interface KeySheets {
  readonly byKey: ReadonlyMap<string, number>
  /** By key of a block: indices of lines that begin on a further sheet. */
  readonly turns: ReadonlyMap<string, readonly { readonly index: number; readonly sheet: number }[]>
  readonly first: number
}

function sheetsOfKeys(plan: PagePlan, article: number, { pages }: ArticlePlan, galley: Galley): KeySheets {
  const byKey = new Map<string, number>()
  const turns = new Map<string, { index: number; sheet: number }[]>()
  const set = (key: string | undefined, sheet: number): void => {
    if (key !== undefined && !byKey.has(key)) byKey.set(key, sheet)
  }
  const sheetOfPage = new Map<number, number>()
  for (const [sheet, { parts }] of plan.sheets.entries()) {
    for (const part of parts) if (part.article === article) sheetOfPage.set(part.page, sheet)
  }
  for (const [at, page] of pages.entries()) {
    const sheet = sheetOfPage.get(at) ?? 0
    for (const item of page.frames.flatMap((frame) => frame.items)) {
      if (!isSlices(item)) {
        set(galley.floats[item.float]?.key, sheet)
        continue
      }
      for (const slice of galley.slices.slice(item.from, item.to)) {
        const key = galley.blocks[slice.block]?.key
        if (
          key !== undefined &&
          (byKey.get(key) ?? sheet) !== sheet &&
          turns.get(key)?.at(-1)?.sheet !== sheet
        ) {
          turns.set(key, [...(turns.get(key) ?? []), { index: slice.index, sheet }])
        }
        set(key, sheet)
        for (const container of slice.containers ?? []) set(galley.containers[container]?.key, sheet)
      }
    }
    for (const { list, note } of page.notes.flatMap((area) => area.notes)) {
      set((list === 'notes' ? galley.notes : galley.openingNotes)[note]?.key, sheet)
    }
  }
  return { byKey, turns, first: sheetOfPage.get(0) ?? 0 }
}

function locateArticle(
  nodes: ArticleNodes,
  { byKey, turns, first }: KeySheets,
  into: Record<string, number>,
): void {
  into[nodes.galley.id] = first
  for (const element of nodes.root.querySelectorAll<HTMLElement>('[id]')) {
    const holder =
      element.closest<HTMLElement>('[data-block]') ?? element.querySelector<HTMLElement>('[data-block]')
    const key = holder?.dataset['block'] ?? ''
    let sheet = byKey.get(key) ?? first
    const lines = holder && holder !== element ? turns.get(key) : undefined
    if (holder && lines) {
      const rect = element.getClientRects()[0]
      const middle = rect ? (rect.top + rect.bottom) / 2 : -Infinity
      for (const turn of lines) if (nodes.lineTop(holder, turn.index) <= middle) ({ sheet } = turn)
    }
    into[element.id] = sheet
  }
}
