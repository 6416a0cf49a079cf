import type { PlannedFloat, PlannedFrame, PlannedNotes } from '../../issue/index.js'
import type { MakeupRequest } from '../makeup-options.js'
import { stripOffsets } from './cut-note.js'
import { jumpLine, type JumpLine } from './jump-line.js'
import { isSlices, type Run } from './runs.js'
import { spaceRun, type SpacedRun } from './space-run.js'
import type { Pieces } from './take-apart.js'
import { shellOf, wrap, type TakenOut } from './take-out.js'

/** A run in its place, for the check afterwards. */
export interface BuiltRun {
  readonly run: Run
  readonly element: HTMLElement
  readonly spaced: SpacedRun
  /** Nodes that begin with a slice, by slice of the run; absent where the run begins or goes on within one. */
  readonly openings: readonly (HTMLElement | undefined)[]
  /** Px from the top of the sheet to the first slice's box, and to the end of the run's frame. */
  start: number
  readonly frameBottom: number
}

export interface BuiltSheet {
  readonly element: HTMLElement
  readonly runs: BuiltRun[]
  /** Everything that must not overlap. */
  readonly frames: { readonly article: string; readonly key: string; readonly element: HTMLElement }[]
}

/** Builds every sheet. Writes only. */
export function buildSheets(request: MakeupRequest, articles: readonly (Pieces | undefined)[]): BuiltSheet[] {
  const begun = new Set<string>()
  return request.plan.sheets.map((sheet, at) => {
    const element = document.createElement('div')
    element.className = `sheet ${sheet.side}`
    const built: BuiltSheet = { element, runs: [], frames: [] }
    for (const { article, page } of sheet.parts) {
      const pieces = articles[article]
      if (pieces) new SheetBuilder(request, pieces, built, sheet.side, begun).add(page, article)
    }
    addRunningMatter(request, at, built)
    return built
  })
}

class SheetBuilder {
  constructor(
    readonly request: MakeupRequest,
    readonly pieces: Pieces,
    readonly built: BuiltSheet,
    readonly side: 'recto' | 'verso',
    /** Ids of articles that are on a sheet already. */
    readonly begun: Set<string>,
  ) {}

  add(page: number, article: number): void {
    const { root } = this.pieces.nodes
    if (this.pieces.whole) {
      const whole = box('kb-whole-sheet')
      whole.append(root)
      this.built.element.append(whole)
      return
    }
    const plan = this.request.plan.articles[article]?.pages[page]
    for (const frame of plan?.frames ?? []) {
      const element = this.#box('kb-frame', frame.column, frame.top, frame.height)
      for (const item of frame.items) {
        if (!isSlices(item)) element.append(this.#float(item, frame))
        else if (item.to > item.from) {
          const at = this.pieces.runs.findIndex((run) => run.item === item)
          element.append(this.#run(at, frame.top, frame.top + frame.height))
        }
      }
      this.built.element.append(element)
    }
    for (const area of plan?.notes ?? []) this.built.element.append(this.#notes(area))
    if (plan?.jumpFrom !== undefined) this.#jump('from', article, page - 1, plan.jumpFrom)
    if (plan?.jumpTo !== undefined) this.#jump('to', article, page + 1, plan.jumpTo)
  }

  /** @param page the article's page at the other end */
  #jump(kind: JumpLine['kind'], article: number, page: number, top: number): void {
    const { plan, running, titles } = this.request
    const sheet = plan.sheets.findIndex(({ parts }) =>
      parts.some((part) => part.article === article && part.page === page),
    )
    const { id } = this.pieces.nodes.galley
    const element = this.#box('kb-jump', 'page', top, 1)
    const title = kind === 'from' ? titles?.[id] : undefined
    element.append(jumpLine({ kind, folio: running[sheet]?.folio ?? String(sheet + 1), title }))
    this.built.element.append(element)
    this.built.frames.push({ article: id, key: `jump-${kind}`, element })
  }

  /** The article around a piece of it. The first one on the sheets has the article's id. */
  #shell(): HTMLElement {
    const { root } = this.pieces.nodes
    const shell = shellOf(root)
    if (root.id && !this.begun.has(root.id)) shell.id = root.id
    this.begun.add(root.id)
    return shell
  }

  #box(name: string, column: number | 'page', top: number, height: number): HTMLElement {
    const { request } = this
    const element = box(name)
    const offset = column === 'page' ? 0 : column * (request.column + request.gap)
    element.style.left = px(request.left[this.side] + offset)
    element.style.top = px(request.top + top * request.pitch)
    element.style.width = px(column === 'page' ? request.measure : request.column)
    element.style.height = px(height * request.pitch)
    return element
  }

  #run(at: number, frameTop: number, frameEnd: number): HTMLElement {
    const { request, pieces } = this
    const { nodes } = pieces
    const run = pieces.runs[at]
    const fragment = pieces.fragments[at]
    if (run === undefined || fragment === undefined) throw new RangeError('no such run')
    const { item } = run
    const slices = nodes.galley.slices.slice(item.from, item.to)
    const spaced = spaceRun(slices, request.pitch, run.first)
    const openings = slices.map((slice, i) =>
      i > 0 && slice.index === 0 ? nodes.outermostOf(item.from + i) : undefined,
    )
    for (const [i, opening] of openings.entries()) {
      const margin = spaced.margins[i] ?? 0
      if (opening && Math.abs(margin) > 0.05) opening.style.setProperty('margin-top', px(margin), 'important')
    }
    const element = box('kb-run')
    element.style.top = px((item.top - frameTop) * request.pitch + spaced.start)
    const shell = this.#shell()
    shell.append(fragment)
    element.append(shell)
    const start = request.top + item.top * request.pitch + spaced.start
    const frameBottom = request.top + frameEnd * request.pitch
    this.built.runs.push({ run, element, spaced, openings, start, frameBottom })
    this.built.frames.push({ article: nodes.galley.id, key: '', element })
    return element
  }

  #float(item: PlannedFloat, frame: PlannedFrame): HTMLElement {
    const { nodes, out } = this.pieces
    const float = nodes.galley.floats[item.float]
    const taken = float && out.get(float.key)
    const element = box('kb-float-frame')
    element.style.top = px((item.top - frame.top) * this.request.pitch)
    element.style.height = px(item.height * this.request.pitch)
    if (float && taken) {
      taken.element.classList.remove('kb-aside')
      if (frame.column === 'page' && float.width === 'column') {
        element.style.width = px(this.request.column)
        element.style.left = px((this.request.measure - this.request.column) / 2)
      }
      if (item.height < float.height) scaleDown(taken, item.height * this.request.pitch)
      element.append(wrap([this.#shell(), ...taken.shells()], taken.element))
      this.built.frames.push({ article: nodes.galley.id, key: float.key, element })
    }
    return element
  }

  #notes(area: PlannedNotes): HTMLElement {
    const { pitch, notes } = this.request
    const { nodes, out } = this.pieces
    const element = this.#box('kb-note-frame', area.column, area.top, area.height)
    let y = (notes.separator * pitch) / 100
    const lists: { shells: HTMLElement[]; items: HTMLElement[] }[] = []
    for (const [at, planned] of area.notes.entries()) {
      const list = planned.list === 'notes' ? nodes.galley.notes : nodes.galley.openingNotes
      const key = list[planned.note]?.key ?? ''
      const taken = out.get(key)
      const parts = this.pieces.parts.get(key)
      const part =
        parts?.[
          planned.from === 0 ? 0 : parts.findIndex((one) => one.dataset['strip'] === String(planned.from))
        ]
      if (taken === undefined || part === undefined) continue
      const gap = at === 0 ? y : (notes.gap * pitch) / 100
      part.style.setProperty('margin-top', px(gap), 'important')
      const offsets = stripOffsets(taken.element)
      y += (at === 0 ? 0 : gap) + (offsets[planned.to] ?? 0) - (offsets[planned.from] ?? 0)
      const shells = taken.shells()
      const last = lists.at(-1)
      if (last && last.shells.at(-1)?.isEqualNode(shells.at(-1) ?? null)) last.items.push(part)
      else lists.push({ shells, items: [part] })
    }
    // What the area's whole units leave over stands above its rule, so that its last line ends the type area.
    const lead = Math.max(0, area.height * pitch - y)
    const rule = box('kb-note-rule')
    rule.style.top = px(lead + ((notes.separator * pitch) / 100) * 0.4)
    const shell = this.#shell()
    shell.style.setProperty('padding-top', px(lead), 'important')
    for (const { shells, items } of lists) {
      const content = document.createDocumentFragment()
      content.append(...items)
      shell.append(wrap(shells, content))
    }
    element.append(rule, shell)
    this.built.frames.push({ article: nodes.galley.id, key: 'notes', element })
    return element
  }
}

function addRunningMatter(request: MakeupRequest, at: number, { element }: BuiltSheet): void {
  const side = request.plan.sheets[at]?.side ?? 'recto'
  const { head, folio } = request.running[at] ?? {}
  for (const [name, text] of [
    ['running-head', head],
    ['folio', folio],
  ] as const) {
    if (text === undefined) continue
    const matter = box(name)
    matter.setAttribute('aria-hidden', 'true')
    matter.style.left = px(request.left[side])
    matter.textContent = text
    element.append(matter)
  }
  if (!request.showGrid) return
  const grid = box('kb-grid')
  grid.setAttribute('aria-hidden', 'true')
  grid.style.cssText = `left: ${px(request.left[side])}; top: ${px(request.top)}; width: ${px(request.measure)}; height: ${px(request.lines * request.pitch)}`
  for (let line = 0; line < request.lines; line++) grid.append(document.createElement('div'))
  element.prepend(grid)
}

/** A float taller than the page gives up the difference in its picture. */
function scaleDown({ element, height, picture }: TakenOut, room: number): void {
  const image = element.querySelector<HTMLElement>('img, svg')
  image?.style.setProperty('height', px(Math.max(0, picture - (height - room))), 'important')
}

function box(name: string): HTMLElement {
  const element = document.createElement('div')
  element.className = name
  return element
}

function px(value: number): string {
  return `${Math.round(value * 1000) / 1000}px`
}
