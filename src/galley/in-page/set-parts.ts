import { fixColumns } from './fix-columns.js'
import { fitToPage } from './fit-to-page.js'
import type { GalleyRequest } from '../galley-options.js'
import { flowChildren, type FlowNode } from './flow-tree.js'
import { galleyStyle } from './galley-style.js'
import { keepShortCells } from './keep-short-cells.js'

/** A part made ready for measuring: its tree, and what left its flow. */
export interface SetPart {
  readonly id: string
  readonly file?: string | undefined
  readonly element: HTMLElement
  readonly setting: GalleyRequest['parts'][number]['setting']
  readonly flow: readonly FlowNode[]
  readonly notes: readonly HTMLElement[]
  readonly openingNotes: readonly HTMLElement[]
}

/** A table taller than this share of the type area is cut between rows instead of floating. */
const cutTableShare = 0.6

/** 注释, and what stands at the foot of the opening page: 作者简介, 基金项目. */
const noteLists = 'section.notes, .article-notes, .opening-notes'

/** Sets every part as a galley: two passes of writing with one of reading between, whatever the number of parts. */
export function setParts(request: GalleyRequest): SetPart[] {
  if (request.parts.length === 0) return []
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(galleyStyle(request))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const parts = request.parts.flatMap((part) => {
    const element = document.getElementById(part.id)
    return element ? [{ ...part, element }] : []
  })
  const type = request.lines * request.pitch
  const hasColumns = request.measure > request.column
  const reads = parts.map(({ element, setting }) => readPart(element, setting, type, hasColumns))
  for (const [at, part] of parts.entries()) markPart(part.element, part.setting, reads[at])
  if (request.noteNumbers === 'page') for (const { element } of parts) beginAnew(element)
  const tables = parts.flatMap(({ element }) => [...element.querySelectorAll('table')])
  keepShortCells(tables)
  for (const table of wideTables(tables)) table.classList.add('kb-tight')
  const cut = tooTall(
    parts.map((part) => part.element),
    request,
  )
  fixColumns(parts.map((part) => part.element))
  const choices = {
    isFloat: (element: HTMLElement) => element.classList.contains('kb-float') && !cut.has(element),
    isCut: (element: HTMLElement) => cut.has(element),
  }
  return parts.map((part) => {
    for (const figure of part.element.querySelectorAll<HTMLElement>('.kb-float')) {
      if (cut.has(figure)) figure.classList.remove('kb-float', 'kb-aside')
    }
    const flow = part.setting === 'sheet' ? [] : partFlow(part.element, choices)
    fitToPage(flow, request)
    return { ...part, flow, ...asides(part.element) }
  })
}

/** What a part's own style says before it is overruled. */
interface PartStyle {
  /** Children that the theme sets in one column: they stand across the page at the width the theme gives them. */
  readonly across: ReadonlySet<Element>
  /** It fits on one page and is laid out as a grid or flex box: one block. */
  readonly solid: boolean
}

function readPart(
  element: HTMLElement,
  setting: SetPart['setting'],
  typeArea: number,
  hasColumns: boolean,
): PartStyle {
  const children = setting === 'columns' && hasColumns ? [...element.children] : []
  return {
    across: new Set(children.filter((child) => getComputedStyle(child).columnCount === '1')),
    solid: setting === 'measure' && element.getBoundingClientRect().height <= typeArea + 0.5,
  }
}

function partFlow(element: HTMLElement, choices: Parameters<typeof flowChildren>[1]): FlowNode[] {
  if (element.classList.contains('kb-solid-part'))
    return [{ element, type: 'solid', role: 'other', children: [] }]
  return flowChildren(element, choices)
}

function markPart(element: HTMLElement, setting: SetPart['setting'], style: PartStyle | undefined): void {
  if (setting === 'sheet') return
  if (style?.solid) {
    element.classList.add('kb-solid-part')
    return
  }
  element.classList.add('kb-part')
  for (const child of element.children) {
    if (!(child instanceof HTMLElement) || child.matches('.opener') || setting === 'measure') continue
    child.classList.add(style?.across.has(child) ? 'kb-across' : 'kb-flow')
  }
  if (setting === 'columns') {
    for (const wide of element.querySelectorAll('.wide, .full, .opener')) {
      if (!wide.parentElement?.closest('.opener')) wide.classList.add('kb-wide')
    }
  }
  for (const notes of element.querySelectorAll(noteLists)) notes.classList.add('kb-aside', 'kb-note-list')
  for (const figure of element.querySelectorAll<HTMLElement>('figure.figure, figure.table')) {
    if (mayFloat(figure)) figure.classList.add('kb-float', 'kb-aside')
  }
}

/** A figure inside a box, a list or a quotation stays there. */
function mayFloat(figure: HTMLElement): boolean {
  if (figure.parentElement?.closest('.box, li, blockquote, figure, dl, .opener')) return false
  return getComputedStyle(figure).getPropertyValue('--kb-float').trim() !== 'none'
}

/**
 * Marks as they will be on most pages. Those of later numbers break lines otherwise (from ㉑ on they are ideographs, UAX
 * #14) or are wider (from (51) on).
 */
function beginAnew(part: HTMLElement): void {
  for (const { firstChild } of part.querySelectorAll('a.note-call, .note .note-number')) {
    if (firstChild instanceof Text) firstChild.data = '①'
  }
}

/** Tables whose longest words would carry them beyond their measure: these words may break (`kb-tight`). */
function wideTables(tables: readonly HTMLElement[]): HTMLElement[] {
  return tables.filter((table) => table.offsetWidth > (table.parentElement?.clientWidth ?? Infinity) + 1)
}

/** What else would never split, but is too tall for it: tables soon, pull quotes and openers when no page holds them whole. */
function tooTall(parts: readonly HTMLElement[], request: GalleyRequest): Set<HTMLElement> {
  const page = request.lines * request.pitch
  const taller = (selector: string, limit: number): HTMLElement[] =>
    parts
      .flatMap((part) => [...part.querySelectorAll<HTMLElement>(selector)])
      .filter((element) => element.getBoundingClientRect().height > limit)
  const tables = taller('figure.table', page * cutTableShare).filter((figure) =>
    figure.querySelector('table'),
  )
  return new Set([...tables, ...taller('.pullquote, .opener', page)])
}

function asides(part: HTMLElement): Pick<SetPart, 'notes' | 'openingNotes'> {
  const opening = [...part.querySelectorAll<HTMLElement>('.opening-notes, .article-notes')].flatMap(
    (list) => [...list.querySelectorAll<HTMLElement>(':scope > *, :scope > ol > li, :scope > ul > li')],
  )
  return {
    notes: [...part.querySelectorAll<HTMLElement>('section.notes .note')],
    openingNotes: opening.filter((note) => !note.matches('ol, ul, .notes-title')),
  }
}
