import type { Box } from './box.js'

/** 连接号 and 分隔号. */
const connectors = /^[-‐–—―~～〜/／]$/

export function isConnector({ text }: Box): boolean {
  return text !== undefined && connectors.test(text)
}

/** Where the browser adds space to justify a line: at the sides of ideographs and marks, and at word spaces. */
function justifiesBetween({ kind }: Box, next: Box): boolean {
  if (kind === 'western') return next.kind !== 'western' && next.kind !== 'space' && next.kind !== 'piece'
  return kind !== 'piece' || (next.kind !== 'piece' && next.kind !== 'western')
}

/**
 * Whether a distance that the browser would widen stays as it is (CLREQ 3.5.4): a space that is already as wide as it
 * may be, and those beside 连接号 and 分隔号.
 *
 * @param stretch px by which the space between the two can grow
 */
export function isHeldBetween(box: Box, beside: Box, stretch: number): boolean {
  // The browser parts Latin letters from what is full width, and nothing else from them.
  return isConnector(box) ? box.kind === 'inner' || beside.kind === 'han' : stretch > 0
}

/** Whether a line that must grow parts the two. */
export function partsBetween(box: Box, next: Box, stretch: number): boolean {
  if (box.kind === 'han' && next.kind === 'han') return true
  if (box.kind === 'space' || !justifiesBetween(box, next)) return false
  return !isHeldBetween(box, next, stretch) && !isHeldBetween(next, box, stretch)
}
