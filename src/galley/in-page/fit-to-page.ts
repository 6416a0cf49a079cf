import type { GalleyScaled } from '../../issue/index.js'
import type { FlowNode } from './flow-tree.js'

interface Area {
  readonly lines: number
  /** Px. */
  readonly pitch: number
}

/** Lines that what is scaled leaves free: for a repeated head, the padding of a box, a note. */
const spare = 4
/** A table's head may take this share of a page: it stands again wherever the table goes on. */
const headShare = 0.4
/** So may the caption and notes of a figure: the rest is for its picture. */
const captionShare = 0.6
/** Text below this scale could be read by nobody; whatever is still too tall then is told by the check of pages. */
const leastScale = 0.1

/**
 * Scales what never splits and no page holds: formulas, rows, boxes laid out as grid or flex, captions. It happens before
 * measuring, so that galley and pages agree. Says so at the element (`data-scaled`), for `scaledOf`.
 */
export function fitToPage(flow: readonly FlowNode[], area: Area): void {
  for (const node of flow) fitNode(node, area, false)
}

/** What `fitToPage` did to an element. */
export function scaledOf({ dataset }: HTMLElement): GalleyScaled | undefined {
  const [by, needs, has] = dataset['scaled']?.split(' ') ?? []
  if (by !== 'height' && by !== 'width' && by !== 'word') return undefined
  return { by, needs: Number(needs), has: Number(has) }
}

function fitNode(node: FlowNode, area: Area, inside: boolean): void {
  const { element, type } = node
  const page = area.lines * area.pitch
  if (type !== 'container' && node.role !== 'code') tellLongWord(element)
  if (type === 'container') {
    for (const child of node.children) fitNode(child, area, true)
  } else if (type === 'rows') {
    const head = element.closest('table')?.tHead
    const isHead = head?.contains(element) ?? false
    const limit = isHead ? page * headShare : page - (head?.offsetHeight ?? 0) - spare * area.pitch
    fitHeight(element, node.rows ?? [element], limit, limit, area)
  } else if (type === 'solid') {
    fitWidth(element)
    const target = page - spare * area.pitch
    const limit = inside ? target : page
    const picture = element.querySelector<HTMLElement>('figure > :is(img, svg), figure p > :is(img, svg)')
    if (picture && heightOf([element]) > limit) fitPicture(element, picture, target, area)
    fitHeight(element, [element], limit, target, area)
  } else if (type === 'float') fitCaption(element, page, area)
}

/** The picture of a figure that stands in a box gives up the difference. */
function fitPicture(element: HTMLElement, picture: HTMLElement, target: number, area: Area): void {
  const height = heightOf([element])
  const own = heightOf([picture])
  tell(element, 'height', height / area.pitch, area.lines)
  picture.style.setProperty('height', `${Math.max(own * leastScale, own - (height - target))}px`, 'important')
}

/** A float's picture is scaled to the page by make-up; its caption and notes must leave room for it. */
function fitCaption(element: HTMLElement, page: number, area: Area): void {
  const picture = element.querySelector<HTMLElement>('img, svg')
  const rest = [...element.children].flatMap((child) =>
    child instanceof HTMLElement && !child.contains(picture) ? [child] : [],
  )
  const limit = page * captionShare
  const sum = (): number => rest.reduce((height, child) => height + heightOf([child]), 0)
  if (sum() <= limit) return
  tell(element, 'height', heightOf([element]) / area.pitch, area.lines)
  scale(rest, limit, sum)
}

function fitHeight(
  element: HTMLElement,
  boxes: readonly HTMLElement[],
  limit: number,
  target: number,
  area: Area,
): void {
  const height = heightOf(boxes)
  if (height <= limit + 0.5) return
  tell(element, 'height', height / area.pitch, limit / area.pitch)
  scale(element.matches('tr') ? boxes : inner(element), target, () => heightOf(boxes))
}

/** A formula has no place where it may be broken. */
function fitWidth(element: HTMLElement): void {
  if (!element.matches('.equation')) return
  const { scrollWidth, clientWidth } = element
  if (scrollWidth <= clientWidth + 1) return
  const character = parseFloat(getComputedStyle(element).fontSize)
  tell(element, 'width', scrollWidth / character, clientWidth / character)
  setZoom(inner(element), (clientWidth - 1) / scrollWidth)
}

/** Letters and digits of a word that may be too long for a line; a shorter one never is. */
const longWord = /[\p{Script=Latin}\p{N}]{12,}/gu

/** One for all: the browser keeps every range up to date at every change of the document. */
const range = document.createRange()

/** The browser breaks a word that is wider than its measure anywhere, and nothing else would tell. */
function tellLongWord(element: HTMLElement): void {
  if (element.matches('.equation')) return
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(longWord)) {
      const measure =
        node.parentElement?.closest<HTMLElement>('td, th, li, p, h1, h2, h3, h4, h5, h6') ?? element
      const character = parseFloat(getComputedStyle(measure).fontSize)
      // No letter is wider than this, and most words need not be measured.
      if (word.length * character * 1.25 < measure.clientWidth) continue
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const width = [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0)
      if (width <= measure.clientWidth + 1 || measure.clientWidth === 0) continue
      tell(element, 'word', width / character, measure.clientWidth / character)
      return
    }
  }
}

type Scalable = Element & ElementCSSInlineStyle

/** HTML, SVG and MathML alike. */
function isScalable(element: Element): element is Scalable {
  return 'style' in element
}

/** What is scaled in a block: its own margins are make-up's. */
function inner(element: HTMLElement): Scalable[] {
  const hasText = [...element.childNodes].some((node) => node instanceof Text && /\S/.test(node.data))
  const children = [...element.children].filter(isScalable)
  return hasText || children.length === 0 ? [element] : children
}

/** Text that is set smaller also takes fewer lines: the first try is the root of what is wanted, the next what is missing. */
function scale(boxes: readonly Scalable[], target: number, height: () => number): void {
  let zoom = Number(boxes[0]?.style.zoom) || 1
  for (let tries = 0; tries < 6 && height() > target && zoom > leastScale; tries++) {
    const ratio = target / height()
    zoom = Math.max(leastScale, zoom * (tries === 0 ? Math.sqrt(ratio) : ratio))
    setZoom(boxes, zoom)
  }
}

function setZoom(boxes: readonly Scalable[], zoom: number): void {
  for (const box of boxes) {
    box.style.setProperty('zoom', String(zoom), 'important')
  }
}

function heightOf(boxes: readonly HTMLElement[]): number {
  const all = boxes.map((box) => box.getBoundingClientRect())
  return Math.max(...all.map((box) => box.bottom)) - Math.min(...all.map((box) => box.top))
}

function tell(element: HTMLElement, by: GalleyScaled['by'], needs: number, has: number): void {
  element.dataset['scaled'] ??= `${by} ${Math.ceil(needs - 0.01)} ${Math.floor(has + 0.01)}`
}
