import type { ArticleNodes } from './article-nodes.js'
import { extractRest } from './extract-rest.js'
import { fillLastLine, shortenFilled } from './fill-last-line.js'
import { lineTop } from './line-top.js'
import type { Cut } from './find-cut.js'
import type { Run } from './runs.js'

/** What has to be known of an article's cuts before anything in the document moves. */
export interface ReadCuts {
  /** By index of the run: its beginning, when it lies within a block. */
  readonly withinBlocks: ReadonlyMap<number, CutBlock>
  /** Counters that lists reset. */
  readonly counters: ReadonlyMap<HTMLElement, string>
}

interface CutBlock {
  readonly cut: Cut
  readonly block: HTMLElement
  readonly justify: boolean
  readonly hyphen: boolean
  /** Px from the block's top to the cut. */
  readonly height: number
}

/** Reads everything about cuts that depends on layout. */
export function readCuts(nodes: ArticleNodes, runs: readonly Run[]): ReadCuts {
  const withinBlocks = new Map<number, CutBlock>()
  for (const [at, { item }] of runs.entries()) {
    const index = nodes.galley.slices[item.from]?.index ?? 0
    if (index === 0) continue
    const block = nodes.blockOf(item.from)
    const cut = nodes.cutBefore(item.from)
    if (block === undefined || cut === undefined) continue
    withinBlocks.set(at, {
      cut,
      block,
      justify: isJustified(block, cut),
      hyphen: isHyphenated(cut),
      height: lineTop(block, index) - block.getBoundingClientRect().top,
    })
  }
  const counters = new Map<HTMLElement, string>()
  for (const list of nodes.root.querySelectorAll('ol')) {
    const [, name] = /^([\w-]+) -?\d+$/.exec(getComputedStyle(list).counterReset) ?? []
    if (name && name !== 'list-item') counters.set(list, name)
  }
  return { withinBlocks, counters }
}

/** The line before the cut is filled like any other, unless the text itself ends it. */
function isJustified(block: HTMLElement, { node, offset }: Cut): boolean {
  if (getComputedStyle(block).textAlign !== 'justify') return false
  const before = node instanceof Text && offset === 0 ? node.previousSibling : node.childNodes[offset - 1]
  return !(before instanceof HTMLBRElement) && getComputedStyle(block).whiteSpaceCollapse !== 'preserve'
}

/** A word was divided at its end: the hyphen that showed there was not in the text. */
function isHyphenated({ node, offset }: Cut): boolean {
  if (!(node instanceof Text) || !node.parentElement) return false
  const around = node.data.slice(Math.max(0, offset - 1), offset + 1)
  if (around.startsWith('\u00AD')) return true
  return /^[A-Za-z]{2}$/.test(around) && getComputedStyle(node.parentElement).hyphens === 'auto'
}

/**
 * Cuts an article into its runs, from the last to the first, so that earlier positions hold. Floats and notes have been
 * taken out.
 */
export function cutArticle(nodes: ArticleNodes, runs: readonly Run[], read: ReadCuts): DocumentFragment[] {
  for (const [list, name] of read.counters) list.dataset['counter'] = name
  const fragments: DocumentFragment[] = []
  for (let at = runs.length - 1; at >= 0; at--) {
    const from = runs[at]?.item.from ?? 0
    const within = read.withinBlocks.get(at)
    const cut = at === 0 ? { node: nodes.root, offset: 0 } : (within?.cut ?? nodes.cutBefore(from))
    if (cut === undefined) throw new Error(`slice ${from} of ${nodes.galley.id} is nowhere in the document`)
    const rest = extractRest(nodes.root, cut, within?.block)
    fragments.unshift(rest)
    if (within === undefined) continue
    shortenFilled(within.block, rest, within.height)
    within.block.classList.add('kb-cut-head')
    const isFilled = within.justify && within.block.querySelector('br') !== null
    if (isFilled) fillLastLine(within.block, within.height)
    within.block.classList.toggle('kb-justified', within.justify && !isFilled)
    within.block.classList.toggle('kb-hyphenated', within.hyphen)
  }
  return fragments
}
