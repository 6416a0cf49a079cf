/** Px that layout may miss the measure by: in its own lines the browser finds room for an eighth of an em too late. */
const tolerance = 2

/** Marks that fill the first half of their em: at a line's end the blank half may stand beyond the measure (CLREQ 3.1.6). */
const halfBlank = /[、。，．：；！？）〕］｝】〗》〉」』”’]/

/**
 * Em of the base by which an annotation may reach beyond it, and so beyond a line that is full of annotations: where
 * there is room between them, none does.
 */
const reach = 0.375

/**
 * The first node in an element that shows beyond its end edge, and by how many px. The blank half of a mark does not
 * show.
 */
export function standingOut(element: Element): { node: Node; px: number } | undefined {
  const edge = element.getBoundingClientRect().right + tolerance
  const range = document.createRange()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const right = node instanceof Text ? endOfText(node, edge, range) : endOfBox(node)
    if (right > edge) return { node, px: right - edge + tolerance }
  }
  return undefined
}

/** Px. Only what has ink of its own: the boxes of others are as wide as their text or a rule of the style sheet. */
function endOfBox(node: Node): number {
  return node instanceof Element && node.matches('img, svg, math, table, hr')
    ? node.getBoundingClientRect().right
    : -Infinity
}

function endOfText(text: Text, edge: number, range: Range): number {
  range.selectNodeContents(text)
  const base = text.parentElement?.closest('rt')?.closest('ruby')
  if (base) return range.getBoundingClientRect().right - reach * parseFloat(getComputedStyle(base).fontSize)
  if (range.getBoundingClientRect().right <= edge) return -Infinity
  let end = -Infinity
  for (let at = 0; at < text.length; at++) {
    const character = text.data.charAt(at)
    if (/\s/.test(character)) continue
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const { right, width } = range.getBoundingClientRect()
    end = Math.max(end, halfBlank.test(character) ? right - width / 2 : right)
  }
  return end
}
