import type { Galley, GalleyFloat, Slice } from '../../../src/issue/galley.js'
import type {
  ComposeGeometry,
  PlannedFrame,
  PlannedItem,
  PlannedNote,
  PlannedPage,
} from '../../../src/issue/page-plan.js'
import { measure } from '../../../src/compose/pages/statistics.js'
import { readGalley } from '../../../src/compose/pages/read-galley.js'
import type { Task } from '../../../src/compose/pages/task.js'

interface Column {
  readonly from: number
  readonly to: number
  readonly top: boolean
  readonly bottom: boolean
  readonly here: boolean
}

/** Cost and lone lines of the best plan. */
export interface Best {
  readonly cost: number
  readonly fewestLone: number
}

/**
 * Tries every way to cut a small galley into columns and pages: at most one float (a column's), notes of one strip, no
 * spanning slices, no forced breaks. It shares the cost model with the composer and none of its search.
 */
export function composeByForce(galley: Galley, geometry: ComposeGeometry): Best {
  const task: Task = {
    text: readGalley(galley, geometry),
    entry: { side: 'recto', start: 0, foot: 0 },
    balance: true,
    followed: false,
  }
  const count = galley.slices.length
  let cost = Number.POSITIVE_INFINITY
  let fewestLone = Number.POSITIVE_INFINITY

  const nextPage = (pages: readonly PlannedPage[], at: number, placed: boolean): void => {
    if (at === count && placed) {
      const { statistics } = measure(task, pages)
      cost = Math.min(cost, statistics.cost)
      // Keeps come before lone lines: only plans that keep them all say what is avoidable.
      if (!statistics.costs.forbiddenBreak) fewestLone = Math.min(fewestLone, statistics.loneLines)
      return
    }
    const side = pages.length % 2 === 0 ? 'recto' : 'verso'
    const float = galley.floats[0]
    if (!placed && float && Math.min(float.anchor, float.home - 1) < at) {
      const item: PlannedItem = { type: 'float', float: 0, place: 'page', top: 0, height: float.height }
      const frame: PlannedFrame = { column: 'page', top: 0, height: geometry.lines, items: [item] }
      nextPage([...pages, { side, start: 0, frames: [frame], notes: [] }], at, true)
    }
    for (const columns of pagesFrom(galley, geometry, at, placed)) {
      const end = columns.at(-1)?.to ?? at
      const places = columns.some((column) => column.top || column.bottom || column.here)
      if (end === at && !places) continue
      const floating = columns.some((column) => column.top || column.bottom)
      if (floating && float && end < count && Math.min(float.anchor, float.home - 1) >= end) continue
      const page = buildPage(galley, geometry, columns, side)
      if (page) nextPage([...pages, page], end, placed || places)
    }
  }
  nextPage([], 0, galley.floats.length === 0)
  return { cost, fewestLone }
}

function* pagesFrom(
  galley: Galley,
  geometry: ComposeGeometry,
  at: number,
  placed: boolean,
  done: readonly Column[] = [],
): Generator<readonly Column[]> {
  if (done.length === geometry.columns) {
    yield done
    return
  }
  const float = galley.floats[0]
  for (let to = at; to <= galley.slices.length; to += 1) {
    const next = { from: at, to, top: false, bottom: false, here: false }
    if (bodyOf(galley, next) > geometry.lines) break
    yield* pagesFrom(galley, geometry, to, placed, [...done, next])
    if (placed || !float) continue
    yield* pagesFrom(galley, geometry, to, true, [...done, { ...next, top: true }])
    yield* pagesFrom(galley, geometry, to, true, [...done, { ...next, bottom: true }])
    if (float.home >= at && float.home <= to) {
      yield* pagesFrom(galley, geometry, to, true, [...done, { ...next, here: true }])
    }
  }
}

function sliceAt(galley: Galley, i: number): Slice {
  const slice = galley.slices[i]
  if (!slice) throw new RangeError(`no slice ${i}`)
  return slice
}

/** Items of a column in units from its top, and where its text ends. */
function itemsOf(galley: Galley, column: Column): { items: PlannedItem[]; body: number } {
  const { from, to } = column
  const float = galley.floats[0]
  const items: PlannedItem[] = []
  let y = 0
  let gap = 0
  const putFloat = (placed: GalleyFloat, place: 'top' | 'here'): void => {
    items.push({ type: 'float', float: 0, place, top: y, height: placed.height })
    y += placed.height
    gap = placed.gap
  }
  if (column.top && float) putFloat(float, 'top')
  for (let i = from; i <= to; i += 1) {
    if (column.here && float?.home === i) {
      if (y > 0) y += float.gap
      putFloat(float, 'here')
    }
    if (i === to) break
    const slice = sliceAt(galley, i)
    const space = i === 0 ? 0 : (slice.spaceBefore ?? 0)
    const isDropped = i === from && !(y > 0 && column.here)
    const above = isDropped ? gap : Math.max(gap, space)
    y += above
    gap = 0
    const continued = i === from ? cutBefore(galley, i) : []
    y += continued.length
    const last = items.at(-1)
    if (last?.type === 'slices') {
      items[items.length - 1] = { ...last, to: i + 1, height: y + slice.height - last.top }
    } else {
      items.push({
        type: 'slices',
        from: i,
        to: i + 1,
        top: y,
        height: slice.height,
        continued,
        continues: [],
      })
    }
    y += slice.height
  }
  const cut = to > from ? cutBefore(galley, to) : []
  const run = items.findLastIndex((item) => item.type === 'slices')
  const last = items[run]
  if (last?.type === 'slices') items[run] = { ...last, continues: cut }
  for (const container of cut) y += galley.containers[container]?.closing ?? 0
  if (column.bottom && float) {
    const top = y + (y > 0 ? float.gap : 0)
    items.push({ type: 'float', float: 0, place: 'bottom', top, height: float.height })
    y = top + float.height
  }
  return { items, body: y }
}

/** Tables in these galleys repeat a head of one unit; lists have nothing to repeat. */
function cutBefore(galley: Galley, i: number): number[] {
  const inner = galley.slices[i]?.containers ?? []
  const outer = galley.slices[i - 1]?.containers ?? []
  return inner.filter(
    (container) => outer.includes(container) && galley.containers[container]?.kind === 'table',
  )
}

function bodyOf(galley: Galley, column: Column): number {
  return itemsOf(galley, column).body
}

function notesOf(galley: Galley, from: number, to: number): PlannedNote[] {
  const notes: PlannedNote[] = []
  for (let i = from; i < to; i += 1) {
    for (const note of sliceAt(galley, i).notes ?? []) notes.push({ list: 'notes', note, from: 0, to: 1 })
  }
  return notes
}

function areaOf(galley: Galley, geometry: ComposeGeometry, notes: readonly PlannedNote[]): number {
  if (notes.length === 0) return 0
  let hundredths = geometry.notes.separator + geometry.notes.gap * (notes.length - 1)
  for (const { note } of notes) hundredths += galley.notes[note]?.strips[0] ?? 0
  return Math.ceil(hundredths / 100)
}

function buildPage(
  galley: Galley,
  geometry: ComposeGeometry,
  columns: readonly Column[],
  side: 'recto' | 'verso',
): PlannedPage | undefined {
  const laid = columns.map((column) => itemsOf(galley, column))
  const byColumn = geometry.notes.at === 'column' || geometry.columns === 1
  const called = columns.map((column) => notesOf(galley, column.from, column.to))
  const pageArea = byColumn ? 0 : areaOf(galley, geometry, called.flat())
  const bottoms = called.map(
    (notes) => geometry.lines - (byColumn ? areaOf(galley, geometry, notes) : pageArea),
  )
  if (laid.some(({ body }, c) => body > (bottoms[c] ?? 0))) return undefined
  const isLast = columns.at(-1)?.to === galley.slices.length
  const level = Math.max(...laid.map(({ body }) => body))
  const frames = laid.map(({ items }, c): PlannedFrame => {
    return { column: c, top: 0, height: isLast ? level : (bottoms[c] ?? 0), items }
  })
  const notes = byColumn
    ? called.flatMap((own, c) => {
        const top = bottoms[c] ?? 0
        return own.length > 0 ? [{ column: c, top, height: geometry.lines - top, notes: own }] : []
      })
    : pageArea > 0
      ? [{ column: 'page' as const, top: geometry.lines - pageArea, height: pageArea, notes: called.flat() }]
      : []
  return { side, start: 0, frames, notes }
}
