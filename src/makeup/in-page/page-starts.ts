import type { PageStart } from '../makeup-options.js'
import type { ReadArticle } from './read-article.js'

/**
 * Where the running text of each sheet begins: of the first article that has some, the first slice in reading order. Read before
 * anything moves, and before notes get the numbers of their pages, so that offsets hold in every other edition too.
 *
 * @returns by sheet; nothing for blank sheets, covers, and sheets of figures alone
 */
export function pageStarts(
  sheets: readonly { readonly parts: readonly { readonly article: number; readonly page: number }[] }[],
  articles: readonly (ReadArticle | undefined)[],
): (PageStart | undefined)[] {
  return sheets.map(({ parts }, sheet) => {
    const [begun] = parts.flatMap((part) => {
      const article = articles[part.article]
      const run = article?.runs.find((candidate) => candidate.sheet === sheet)
      return article && run ? [{ article, run }] : []
    })
    if (begun === undefined) return undefined
    const { article, run } = begun
    const { nodes } = article
    const part = nodes.galley.id
    if (run === article.runs[0]) return { part }
    const slice = run.item.from
    const index = nodes.galley.slices[slice]?.index ?? 0
    const block = nodes.blockOf(slice)
    const cut = index > 0 ? nodes.cutBefore(slice) : undefined
    return block && startAt(nodes.root, block, cut)
  })
}

/** The block, or what holds it, by a name that other editions know; else the end of the last thing that has one. */
function startAt(
  root: HTMLElement,
  block: HTMLElement,
  cut: { readonly node: Node; readonly offset: number } | undefined,
): PageStart {
  const within = document.createRange()
  const named = `[data-source], [id^="${CSS.escape(root.id)}--"]:not(a)`
  const known = block.closest<HTMLElement>(named)
  if (known && known !== root && root.contains(known)) {
    within.setStart(known, 0)
    if (cut) within.setEnd(cut.node, cut.offset)
    else within.setEndBefore(block === known ? (block.firstChild ?? block) : block)
    return { part: root.id, ...nameOf(known, root.id), offset: visibleLength(within) }
  }
  const before = [...root.querySelectorAll<HTMLElement>(named)].findLast(
    (element) => element.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  if (before === undefined) return { part: root.id }
  within.selectNodeContents(before)
  return { part: root.id, ...nameOf(before, root.id), offset: visibleLength(within) }
}

function nameOf(element: HTMLElement, part: string): Pick<PageStart, 'id' | 'source'> {
  const { id } = element
  return id.startsWith(`${part}--`)
    ? { id: id.slice(part.length + 2) }
    : { source: element.dataset['source'] ?? '' }
}

/** UTF-16 units without white space and the page numbers that differ from edition to edition. */
function visibleLength(range: Range): number {
  const copy = range.cloneContents()
  for (const number of copy.querySelectorAll('.page-number')) number.remove()
  return (copy.textContent ?? '').replace(/\s+/g, '').length
}
