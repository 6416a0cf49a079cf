import type { Node } from 'unist'

/** The manuscript's characters that a node was read from; empty when it has no position. */
export function sourceOf(source: string, node: Node): string {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? '' : source.slice(start, end)
}
