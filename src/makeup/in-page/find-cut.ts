/** A place between two characters, or before a node that is one piece. */
export interface Cut {
  readonly node: Node
  readonly offset: number
}

/** What a line may begin with: characters, and pieces such as mathematics. Annotations ride on their base. */
interface Piece {
  readonly node: Node
  /** Of pieces before it; a text node counts as many as it has UTF-16 units. */
  readonly from: number
  readonly length: number
}

const atomic = 'math, img, svg, input, .checkbox, br'

/** The start of the line that begins at `y` px of the viewport. Binary search over the block's characters. */
export function findCut(block: Element, y: number): Cut | undefined {
  const pieces = piecesOf(block)
  const last = pieces.at(-1)
  if (last === undefined) return undefined
  let low = 0
  let high = last.from + last.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (middleAt(pieces, middle) >= y) high = middle
    else low = middle + 1
  }
  const piece = pieceAt(pieces, low)
  if (piece === undefined) return undefined
  const inText = piece.node instanceof Text
  return inText && low > piece.from
    ? { node: piece.node, offset: low - piece.from }
    : before(piece.node, block)
}

/** Before a node and whatever begins with it, so that the cut leaves no empty element behind. */
function before(node: Node, block: Element): Cut | undefined {
  const parent = node.parentNode
  if (parent === null) return undefined
  const offset = [...parent.childNodes].indexOf(node as ChildNode) // a node is a child of its parent
  return offset === 0 && parent !== block ? before(parent, block) : { node: parent, offset }
}

function piecesOf(block: Element): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      if (node.length > 0) pieces.push({ node, from, length: node.length })
      from += node.length
    } else if (node instanceof Element) {
      if (node.matches(atomic)) pieces.push({ node, from: from++, length: 1 })
      else if (!node.matches('rt, rp')) node.childNodes.forEach(visit)
    }
  }
  block.childNodes.forEach(visit)
  return pieces
}

function pieceAt(pieces: readonly Piece[], index: number): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.from ?? 0) <= index) low = middle
    else high = middle - 1
  }
  return pieces[low]
}

/** Middle of the character at `index` or the next one that shows; a collapsed space shows nowhere. */
function middleAt(pieces: readonly Piece[], index: number): number {
  for (let at = index; ; at++) {
    const piece = pieceAt(pieces, at)
    if (piece === undefined || at >= piece.from + piece.length) return Infinity
    const rect = rectOf(piece, at - piece.from)
    if (rect && rect.height > 0) return (rect.top + rect.bottom) / 2
  }
}

const range = document.createRange()

function rectOf(piece: Piece, offset: number): DOMRect | undefined {
  if (piece.node instanceof Element) return piece.node.getClientRects()[0]
  range.setStart(piece.node, offset)
  range.setEnd(piece.node, offset + 1)
  return range.getClientRects()[0]
}
