import type { FlowNode } from './flow-tree.js'
import { lineAt, readLines } from './read-lines.js'

const pieces = 'math, img, svg'

/**
 * Third pass: a line of running text that a formula or picture made grow gets the room that is missing to whole units,
 * above or below the piece, so that the lines after it stand on the grid again.
 */
export function evenLines(flow: readonly FlowNode[], pitch: number): void {
  const margins = flow.flatMap((node) => paragraphs(node)).flatMap((element) => missingRoom(element, pitch))
  for (const { paragraph, piece, side, room } of margins) {
    paragraph.dataset['even'] = ''
    piece.style.setProperty(side, `${room}px`, 'important')
  }
}

function paragraphs(node: FlowNode): HTMLElement[] {
  if (node.element.matches('.kb-flowing, table')) return []
  if (node.type !== 'paragraph' || node.role === 'code') return node.children.flatMap(paragraphs)
  return node.element.querySelector(pieces) ? [node.element] : []
}

interface MissingRoom {
  readonly paragraph: HTMLElement
  readonly piece: HTMLElement | SVGElement | MathMLElement
  readonly side: 'margin-block-start' | 'margin-block-end'
  readonly room: number
}

function missingRoom(paragraph: HTMLElement, pitch: number): MissingRoom[] {
  const style = getComputedStyle(paragraph)
  const lineHeight = parseFloat(style.lineHeight) || pitch
  const { edges, regular } = readLines(paragraph, style, lineHeight)
  if (regular) return []
  const tallest = new Map<number, { piece: MissingRoom['piece']; box: DOMRect }>()
  for (const piece of paragraph.querySelectorAll<MissingRoom['piece']>(pieces)) {
    const box = piece.getBoundingClientRect()
    const line = lineAt(edges, (box.top + box.bottom) / 2)
    if (box.height > (tallest.get(line)?.box.height ?? 0)) tallest.set(line, { piece, box })
  }
  return [...tallest].flatMap(([line, { piece, box }]): MissingRoom[] => {
    const [top = 0, bottom = 0] = [edges[line], edges[line + 1]]
    const room = Math.ceil((bottom - top) / pitch - 0.01) * pitch - (bottom - top)
    if (room < 0.05) return []
    const side = box.top - top <= bottom - box.bottom ? 'margin-block-start' : 'margin-block-end'
    return [{ paragraph, piece, side, room }]
  })
}
