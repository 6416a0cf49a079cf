import { hasBlockChild, type FlowNode } from './flow-tree.js'

/**
 * Second pass of writing: gives every node its key (`data-block`), sets lines of running text to whole units of the
 * pitch, and drops the margins that a padded container has between its edge and its first and last child, so that the edge of
 * a fragment is its padding alone. A container all of whose text has another pitch (参考文献 in small type) keeps it and
 * flows off the grid as a whole.
 */
export function keyNodes(
  partId: string,
  flow: readonly FlowNode[],
  notes: readonly HTMLElement[],
  pitch: number,
): void {
  let count = 0
  const key = (element: HTMLElement): void => {
    element.dataset['block'] = `${partId}:${count++}`
  }
  const strays = new Map<HTMLElement, number>()
  /** Returns whether all text of the node stands off the grid; undefined when it has none. */
  const visit = (node: FlowNode): boolean | undefined => {
    key(node.element)
    if (node.role === 'code') return undefined
    if (node.type === 'paragraph') {
      const height = parseFloat(getComputedStyle(node.element).lineHeight) || pitch
      if (Math.abs(height - Math.max(1, Math.round(height / pitch)) * pitch) < 0.02) return false
      strays.set(node.element, height)
      return true
    }
    const off = node.children.map(visit)
    const inner = node.children.filter((child) => child.type !== 'rows' && child.type !== 'float')
    const style = getComputedStyle(node.element)
    if (keepsMargins(style, 'Top')) inner[0]?.element.classList.add('kb-first')
    if (keepsMargins(style, 'Bottom')) inner.at(-1)?.element.classList.add('kb-last')
    if (!off.includes(true)) return off.includes(false) ? false : undefined
    if (!off.includes(false)) return true
    for (const [at, child] of node.children.entries()) if (off[at]) flowOff(child)
    return false
  }
  const flowOff = (node: FlowNode): void => {
    if (node.type !== 'container') return
    node.element.classList.add('kb-flowing')
    for (const element of node.element.querySelectorAll<HTMLElement>('*')) strays.delete(element)
  }
  for (const node of flow) if (visit(node)) flowOff(node)
  for (const note of notes) {
    key(note)
    takeNumberIn(note)
  }
  for (const [element, height] of strays) {
    element.style.lineHeight = `${Math.max(1, Math.round(height / pitch)) * pitch}px`
  }
}

/** Whether margins of children stay within the container's edge instead of collapsing through it. */
function keepsMargins(style: CSSStyleDeclaration, side: 'Top' | 'Bottom'): boolean {
  const edge = parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`])
  return edge > 0 || style.display === 'flow-root' || style.overflowY !== 'visible'
}

/** A number that stands on a line of its own above the note's paragraphs goes into the first of them. */
function takeNumberIn(note: HTMLElement): void {
  const number = note.firstElementChild
  const first = number?.nextElementSibling
  if (!number?.matches('.note-number') || first?.tagName !== 'P' || !hasBlockChild(note)) return
  const style = getComputedStyle(number)
  const inFlow = style.position !== 'absolute' && style.float === 'none'
  if (inFlow && getComputedStyle(first).display === 'block') first.prepend(number)
}
