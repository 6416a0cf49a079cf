import { scaledOf } from './fit-to-page.js'
import type { BreakBefore, GalleyBlock, GalleyContainer } from '../../issue/index.js'
import { breakWish, lineBreak, stronger } from './break-wish.js'
import type { FlowNode } from './flow-tree.js'
import type { NaturalSlice } from './natural-slice.js'
import { placeOf } from './place-of.js'
import { hyphenLines } from './hyphen-lines.js'
import { lineAt, readLines } from './read-lines.js'

/** A flow in px, before it is put on the grid. */
export interface MeasuredFlow {
  readonly blocks: GalleyBlock[]
  readonly containers: GalleyContainer[]
  readonly slices: NaturalSlice[]
  /** Floats with the slice before which they stand. */
  readonly floats: { readonly element: HTMLElement; readonly home: number }[]
  /** Slice of an element, by element: the calls and references that lie on lines. */
  readonly sliceOf: Map<Element, number>
}

interface Open {
  readonly top: number
  readonly avoid: boolean
  emitted: boolean
}

/** Reads a flow that `keyNodes` has made ready. Reads only: one layout serves every part. */
export function measureFlow(
  flow: readonly FlowNode[],
  request: { readonly pitch: number; readonly file?: string | undefined; readonly across: boolean },
): MeasuredFlow {
  const walk = new FlowWalk(request.pitch, request.file, request.across)
  for (const node of flow) walk.visit(node)
  return walk.result
}

class FlowWalk {
  readonly result: MeasuredFlow = { blocks: [], containers: [], slices: [], floats: [], sliceOf: new Map() }
  #pending: BreakBefore = 'free'
  #open: Open[] = []
  #containers: number[] = []
  #runs = 0
  #run: number | undefined
  #wide = 0

  constructor(
    readonly pitch: number,
    readonly file: string | undefined,
    readonly across: boolean,
  ) {}

  visit(node: FlowNode): void {
    const { element } = node
    if (node.type === 'float') {
      this.result.floats.push({ element, home: this.result.slices.length })
      return
    }
    const style = getComputedStyle(element)
    const wide = element.matches('.kb-wide, .kb-across')
    this.#pending = stronger(this.#pending, breakWish(style.breakBefore))
    if (wide) this.#wide++
    if (node.type === 'container') this.#container(node, style)
    else if (node.type === 'paragraph') this.#paragraph(node, style)
    else this.#single(node)
    if (wide) this.#wide--
    this.#pending = stronger(this.#pending, breakWish(style.breakAfter))
  }

  #container(node: FlowNode, style: CSSStyleDeclaration): void {
    const { element } = node
    const before = this.result.slices.length
    const flowing = element.matches('table, figure, .kb-flowing') && this.#run === undefined
    if (flowing) this.#run = this.#runs++
    const box = element.getBoundingClientRect()
    this.#open.push({
      top: box.top,
      avoid:
        style.breakInside.startsWith('avoid') &&
        !(isCutTable(element) && box.height > shortTable * this.pitch),
      emitted: false,
    })
    this.#containers.push(this.result.containers.length)
    this.result.containers.push(this.#describe(node, style, flowing))
    for (const child of node.children) this.visit(child)
    this.#containers.pop()
    this.#open.pop()
    if (flowing) this.#run = undefined
    const last = this.result.slices.at(-1)
    if (last && this.result.slices.length > before) last.bottom = Math.max(last.bottom, box.bottom)
  }

  #describe(node: FlowNode, style: CSSStyleDeclaration, flowing: boolean): GalleyContainer {
    const { element } = node
    const above = parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth)
    const below = parseFloat(style.paddingBottom) + parseFloat(style.borderBottomWidth)
    const head = element instanceof HTMLTableElement ? element.tHead : null
    const headHeight = head?.getBoundingClientRect().height ?? 0
    // A run off the grid that goes on may begin anywhere within its first unit: one unit more. 续表1 takes one as well.
    const slack =
      (flowing ? 1 : 0) + (element.matches('figure.table') && element.querySelector('.label') ? 1 : 0)
    return {
      key: element.dataset['block'] ?? '',
      kind: containerKind(element),
      opening: Math.ceil((above + headHeight - 0.1) / this.pitch) + slack,
      closing: Math.ceil((below - 0.1) / this.pitch),
      repeatedHead: head?.rows[0]?.dataset['block'],
    }
  }

  #paragraph(node: FlowNode, style: CSSStyleDeclaration): void {
    const { element } = node
    const lineHeight = parseFloat(style.lineHeight) || this.pitch
    const { edges, regular, even, lastCharacters } = readLines(element, style, lineHeight)
    const count = edges.length - 1
    const box = element.getBoundingClientRect()
    const block = this.#block(node)
    const first = this.result.slices.length
    const stray =
      this.#run === undefined && !even && (!regular || Math.abs(lineHeight - this.#whole(lineHeight)) > 0.05)
    if (stray) this.#beginStray(node)
    if (this.#run !== undefined || even)
      element.dataset['lines'] = edges.map((edge) => edge - box.top).join(' ')
    const orphans = Number(style.orphans) || 2
    const widows = Number(style.widows) || 2
    const avoid = style.breakInside.startsWith('avoid')
    const hyphens = hyphenLines(element, edges, style.hyphens)
    for (let index = 0; index < count; index++) {
      const top = edges[index] ?? 0
      const bottom = edges[index + 1] ?? 0
      const wish: BreakBefore =
        index === 0 ? 'free' : avoid ? 'forbidden' : lineBreak(index, count, orphans, widows)
      this.#emit({
        block, kind: 'line', index, role: node.role, fit: this.#run === undefined ? 'grid' : 'flowing', run: this.#run,
        top: index === 0 ? box.top : top, bottom: index === count - 1 ? box.bottom : bottom,
        lineTop: top, lineBottom: bottom, span: this.#spans(), containers: [...this.#containers],
        breakBefore: wish, notes: [], hyphen: hyphens.has(index) || undefined, characters: index === count - 1 ? lastCharacters : undefined,
      }) // prettier-ignore
    }
    if (stray) this.#endStray()
    // A list, formula or quotation announced with a colon follows at once.
    if (/[：:]\s*$/.test(element.textContent ?? '')) this.#pending = 'discouraged'
    for (const mark of element.querySelectorAll('a')) {
      const rect = mark.getClientRects()[0]
      if (rect) this.result.sliceOf.set(mark, first + lineAt(edges, (rect.top + rect.bottom) / 2))
    }
  }

  #whole(height: number): number {
    return Math.max(1, Math.round(height / this.pitch)) * this.pitch
  }

  /** A paragraph off the grid (code at its own pitch, a line that mathematics made grow) is a run of its own. */
  #beginStray(node: FlowNode): void {
    this.#run = this.#runs++
    this.#containers.push(this.result.containers.length)
    this.result.containers.push({
      key: node.element.dataset['block'] ?? '',
      kind: 'other',
      opening: 1,
      closing: 0,
    })
  }

  #endStray(): void {
    this.#containers.pop()
    this.#run = undefined
  }

  #single(node: FlowNode): void {
    const boxes = (node.rows ?? [node.element]).map((element) => element.getBoundingClientRect())
    const top = Math.min(...boxes.map((box) => box.top))
    const bottom = Math.max(...boxes.map((box) => box.bottom))
    for (const element of node.rows ?? [node.element]) {
      for (const mark of element.querySelectorAll('a'))
        this.result.sliceOf.set(mark, this.result.slices.length)
    }
    this.#emit({
      block: this.#block(node), kind: node.rows ? 'row' : 'block', index: 0, role: node.role,
      fit: this.#run === undefined ? 'solid' : 'flowing', run: this.#run,
      top, bottom, lineTop: top, lineBottom: bottom, span: this.#spans(), containers: [...this.#containers],
      breakBefore: 'free', notes: [],
    }) // prettier-ignore
    if (node.rows && node.element.parentElement?.tagName === 'THEAD') this.#pending = 'forbidden'
  }

  #block(node: FlowNode): number {
    const { element } = node
    this.result.blocks.push({
      key: element.dataset['block'] ?? '',
      role: node.role,
      place: placeOf(element, this.file),
      scaled: scaledOf(element),
    })
    return this.result.blocks.length - 1
  }

  #spans(): boolean {
    return this.across || this.#wide > 0
  }

  #emit(slice: NaturalSlice): void {
    slice.breakBefore = stronger(slice.breakBefore, this.#pending)
    this.#pending = 'free'
    for (const open of this.#open) {
      if (!open.emitted) slice.top = Math.min(slice.top, open.top)
      else if (open.avoid) slice.breakBefore = stronger(slice.breakBefore, 'forbidden')
      open.emitted = true
    }
    this.result.slices.push(slice)
  }
}

/** Lines that a table has at most which is kept whole where the style sheet wishes so. */
const shortTable = 12

function isCutTable(element: Element): boolean {
  return element.matches('table, figure.table')
}

function containerKind(element: Element): GalleyContainer['kind'] {
  if (element.matches('.box')) return 'box'
  if (element.matches('blockquote')) return 'quotation'
  if (element.matches('ul, ol, dl')) return 'list'
  return element.matches('table') ? 'table' : 'other'
}
