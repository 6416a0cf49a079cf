import type { ArticleNodes } from './article-nodes.js'
import { extractRest } from './extract-rest.js'
import type { Cut } from './find-cut.js'
import type { Run } from './runs.js'

/** What has to be known of an article's cuts before anything in the document moves. */
export interface ReadCuts {
  /** By index of the run: its beginning, when it lies within a block. */
  readonly withinBlocks: ReadonlyMap<
    number,
    { readonly cut: Cut; readonly block: HTMLElement; readonly justify: boolean; readonly hyphen: boolean }
  >
  /** Widths of columns, for tables that are cut. */
  readonly tables: ReadonlyMap<HTMLTableElement, readonly number[]>
  /** Counters that lists reset. */
  readonly counters: ReadonlyMap<HTMLElement, string>
}

/** Reads everything about cuts that depends on layout. */
export function readCuts(nodes: ArticleNodes, runs: readonly Run[]): ReadCuts {
  const withinBlocks = new Map<number, { cut: Cut; block: HTMLElement; justify: boolean; hyphen: boolean }>()
  const tables = new Map<HTMLTableElement, readonly number[]>()
  for (const [at, { item }] of runs.entries()) {
    for (const container of item.continued) {
      const table = nodes.get(nodes.galley.containers[container]?.key ?? '')
      if (table instanceof HTMLTableElement && !tables.has(table)) tables.set(table, columnWidths(table))
    }
    if ((nodes.galley.slices[item.from]?.index ?? 0) === 0) continue
    const block = nodes.blockOf(item.from)
    const cut = nodes.cutBefore(item.from)
    if (block && cut)
      withinBlocks.set(at, { cut, block, justify: isJustified(block, cut), hyphen: isHyphenated(cut) })
  }
  const counters = new Map<HTMLElement, string>()
  for (const list of nodes.root.querySelectorAll('ol')) {
    const [, name] = /^([\w-]+) -?\d+$/.exec(getComputedStyle(list).counterReset) ?? []
    if (name && name !== 'list-item') counters.set(list, name)
  }
  return { withinBlocks, tables, counters }
}

/** The line before the cut is filled like any other, unless the text itself ends it. */
function isJustified(block: HTMLElement, { node, offset }: Cut): boolean {
  if (getComputedStyle(block).textAlign !== 'justify') return false
  const before = node instanceof Text ? undefined : node.childNodes[offset - 1]
  return !(before instanceof HTMLBRElement) && getComputedStyle(block).whiteSpaceCollapse !== 'preserve'
}

/** A word was divided at its end: the hyphen that showed there was not in the text. */
function isHyphenated({ node, offset }: Cut): boolean {
  if (!(node instanceof Text) || !node.parentElement) return false
  const around = node.data.slice(Math.max(0, offset - 1), offset + 1)
  if (around.startsWith('\u00AD')) return true
  return /^[A-Za-z]{2}$/.test(around) && getComputedStyle(node.parentElement).hyphens === 'auto'
}

/** Widths of the row with most cells, none of them spanning. */
function columnWidths(table: HTMLTableElement): number[] {
  const rows = [...table.rows].filter((row) => [...row.cells].every((cell) => cell.colSpan === 1))
  const most = Math.max(0, ...rows.map((row) => row.cells.length))
  const row = rows.find(({ cells }) => cells.length === most)
  return row ? [...row.cells].map((cell) => cell.getBoundingClientRect().width) : []
}

/**
 * Cuts an article into its runs, from the last to the first, so that earlier positions hold. Floats and notes have been
 * taken out.
 */
export function cutArticle(nodes: ArticleNodes, runs: readonly Run[], read: ReadCuts): DocumentFragment[] {
  for (const [table, widths] of read.tables) fixColumns(table, widths)
  for (const [list, name] of read.counters) list.dataset['counter'] = name
  const fragments: DocumentFragment[] = []
  for (let at = runs.length - 1; at >= 0; at--) {
    const from = runs[at]?.item.from ?? 0
    const within = read.withinBlocks.get(at)
    const cut = at === 0 ? { node: nodes.root, offset: 0 } : (within?.cut ?? nodes.cutBefore(from))
    if (cut === undefined) throw new Error(`slice ${from} of ${nodes.galley.id} is nowhere in the document`)
    fragments.unshift(extractRest(nodes.root, cut, within?.block))
    if (within === undefined) continue
    within.block.classList.add('kb-cut-head')
    within.block.classList.toggle('kb-justified', within.justify)
    within.block.classList.toggle('kb-hyphenated', within.hyphen)
  }
  return fragments
}

/** The table's columns keep the widths they have as a whole. */
function fixColumns(table: HTMLTableElement, widths: readonly number[]): void {
  if (widths.length === 0) return
  const group = document.createElement('colgroup')
  for (const width of widths) {
    const column = document.createElement('col')
    column.style.width = `${width}px`
    group.append(column)
  }
  table.querySelector(':scope > colgroup')?.remove()
  const caption = table.querySelector(':scope > caption')
  if (caption) caption.after(group)
  else table.prepend(group)
  table.style.tableLayout = 'fixed'
}
