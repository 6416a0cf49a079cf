import type { KeySheets } from '../sheets-of-keys.js'
import { lineTop } from './line-top.js'

/** The 0-based sheet of every id in the articles, while the document still stands as galleys. */
export function locate(articles: readonly KeySheets[]): Record<string, number> {
  const sheets: Record<string, number> = {}
  for (const article of articles) {
    const root = document.getElementById(article.id)
    if (root) locateArticle(root, article, sheets)
  }
  return sheets
}

function locateArticle(
  root: HTMLElement,
  { id, first, sheets, turns }: KeySheets,
  into: Record<string, number>,
): void {
  into[id] = first
  for (const element of root.querySelectorAll<HTMLElement>('[id]')) {
    const holder =
      element.closest<HTMLElement>('[data-block]') ?? element.querySelector<HTMLElement>('[data-block]')
    const key = holder?.dataset['block'] ?? ''
    let sheet = sheets[key] ?? first
    const lines = holder && holder !== element ? turns[key] : undefined
    if (holder && lines) {
      const rect = element.getClientRects()[0]
      const middle = rect ? (rect.top + rect.bottom) / 2 : -Infinity
      for (const turn of lines) if (lineTop(holder, turn.index) <= middle) ({ sheet } = turn)
    }
    into[element.id] = sheet
  }
}
