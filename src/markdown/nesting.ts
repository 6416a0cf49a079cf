import type { Nodes } from 'mdast'
import type { Point } from 'unist'

/** Levels of quotations, lists, containers or emphasis that are read; more is no manuscript, and costs cubic time. */
export const nestingLimit = 100

const prefix = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/
const marker = /[>*+-]|\d[.)]/
const quotes = />/g

/**
 * The first line whose quotation marks, indents and list markers open more than `nestingLimit` levels: looked at before
 * the parser, whose time would grow with the cube of the depth. A level takes at least one `>` or two columns.
 */
export function tooDeepLine(text: string): Point | undefined {
  let line = 0
  let offset = 0
  while (offset < text.length) {
    line++
    const end = text.indexOf('\n', offset)
    const next = end === -1 ? text.length : end
    const first = text.charCodeAt(offset)
    // Most lines begin with neither space, mark nor digit.
    if (first < 63) {
      const opening = text.slice(offset, Math.min(next, offset + 8 * nestingLimit)).match(prefix)?.[0] ?? ''
      const levels = marker.test(opening)
        ? (opening.match(quotes)?.length ?? 0) + opening.replace(quotes, '').length / 2
        : 0
      const fence = text.startsWith(':::', offset) ? colonsAt(text, offset) : 0
      if (levels > nestingLimit || fence > nestingLimit) return { line, column: 1, offset }
    }
    offset = next + 1
  }
  return undefined
}

function colonsAt(text: string, offset: number): number {
  let at = offset
  while (text[at] === ':') at++
  return at - offset
}

/** The first node deeper than `limit` levels, found without recursion. */
export function tooDeepNode(tree: Nodes, limit: number): Nodes | undefined {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return level[0]
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return undefined
}
