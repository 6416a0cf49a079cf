import type { Element, ElementContent, Parents, RootContent, Text } from 'hast'
import { element } from '../../issue/index.js'
import { quotePairs } from '../marks/quote-pairs.js'
import { ScriptContext } from '../marks/script-context.js'

const blocks =
  /^(?:p|h[1-6]|ul|ol|li|blockquote|hr|pre|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|figure|figcaption|aside|section|div)$/
const kept = new Set(['code', 'kbd', 'samp', 'math', 'svg', 'br'])
const latin = /[^\s\u2e80-\u{3ffff}]/u

/**
 * Wraps what has Western marks that Chinese shares, “ ” ‘ ’, in `span.western`: quotations within Western phrases, and
 * words with an apostrophe. A style sheet gives these the Latin face, whose marks are proportional; all others are Chinese,
 * one em wide (CLREQ 3.1.2).
 */
export function markWestern(parent: Parents): void {
  let run: RootContent[] = []
  for (const child of parent.children) {
    if (child.type === 'element' && blocks.test(child.tagName)) {
      markRun(run, parent)
      run = []
      markWestern(child)
    } else run.push(child)
  }
  markRun(run, parent)
}

interface Leaf {
  readonly node: Text
  readonly parent: Parents
  readonly from: number
}

/** What stands in a line together. */
function markRun(run: readonly RootContent[], owner: Parents): void {
  const leaves: Leaf[] = []
  let text = ''
  const collect = (node: RootContent, parent: Parents): void => {
    if (node.type === 'text') {
      leaves.push({ node, parent, from: text.length })
      text += node.value
    } else if (node.type !== 'element') return
    else if (node.tagName === 'rt' || node.tagName === 'rp') return
    else if (kept.has(node.tagName) || isForeign(node)) text += 'x'
    else for (const child of node.children) collect(child, node)
  }
  for (const child of run) collect(child, owner)
  if (!/[“”‘’]/.test(text)) return
  const { pairs, apostrophes } = quotePairs(text, () => false)
  const context = new ScriptContext(text, pairs)
  const ranges = [
    ...apostrophes.map((at) => word(text, at, at + 1)),
    ...pairs
      .filter((pair) => /[“‘]/.test(text.charAt(pair.open)) && context.ofPair(pair) === 'western')
      .flatMap(({ open, close }) => {
        const isTogether = leaves.some(({ from, node }) => from <= open && close < from + node.value.length)
        return isTogether
          ? [word(text, open, close + 1)]
          : [[open, open + 1] as const, [close, close + 1] as const]
      }),
  ]
  if (ranges.length === 0) return
  const wrapped = merged(ranges)
  for (const { node, parent, from } of leaves) {
    const parts = split(node, from, wrapped)
    // Text and spans stand wherever a text may.
    if (parts.length > 0) parent.children.splice(parent.children.indexOf(node), 1, ...parts)
  }
}

/** The text in parts, or nothing when none of it is to be wrapped. */
function split(node: Text, offset: number, ranges: readonly Range[]): ElementContent[] {
  const parts: ElementContent[] = []
  const { value } = node
  let done = 0
  const push = (from: number, to: number, isWestern: boolean): void => {
    if (from === to) return
    const part: Text = { ...node, value: value.slice(from, to) }
    parts.push(isWestern ? element('span', { className: ['western'] }, [part]) : part)
  }
  for (const [start, end] of ranges) {
    const from = Math.max(0, start - offset)
    const to = Math.min(value.length, end - offset)
    if (from >= to) continue
    push(done, from, false)
    push(from, to, true)
    done = to
  }
  if (done === 0) return []
  push(done, value.length, false)
  return parts
}

type Range = readonly [from: number, to: number]

/** Grows a range to the ends of the words it touches. */
function word(text: string, from: number, to: number): Range {
  let start = from
  let end = to
  while (start > 0 && latin.test(text.charAt(start - 1))) start--
  while (end < text.length && latin.test(text.charAt(end))) end++
  return [start, end]
}

function merged(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

function isForeign({ properties }: Element): boolean {
  const { lang } = properties
  return typeof lang === 'string' && !/^zh\b/i.test(lang)
}
