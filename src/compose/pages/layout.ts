import type {
  PlannedFrame,
  PlannedItem,
  PlannedNote,
  PlannedNotes,
  PlannedPage,
  PlannedSlices,
} from '../../issue/page-plan.js'
import type { ColumnStep, Node, PageStep } from './node.js'
import { commonContainers, type Text, type TextFloat } from './text.js'
import { stack } from './page-floats.js'
import { roomOf, type Task } from './task.js'

interface Area {
  notes: PlannedNote[]
  used: number
}

/** The pages that a final state of the search stands for. */
export function layOut(task: Task, final: Node): readonly PlannedPage[] {
  const path: Node[] = []
  for (let node: Node | undefined = final; node; node = node.parent) path.push(node)
  path.reverse()
  const pages: PlannedPage[] = []
  let steps: Node[] = []
  for (const node of path) {
    if (node.step.type === 'start') continue
    if (node.step.type !== 'end') {
      steps.push(node)
      continue
    }
    pages.push(layOutPage(task, pages.length, final.page, steps, node))
    steps = []
  }
  return pages
}

function layOutPage(
  task: Task,
  index: number,
  pageCount: number,
  steps: readonly Node[],
  end: Node,
): PlannedPage {
  const { text, entry } = task
  const { side, start, foot: taken, jumpFrom, jumpTo } = roomOf(entry, index, text.geometry.lines)
  const foot = text.geometry.lines - taken
  const frames: PlannedFrame[] = []
  const last: PlannedFrame[] = []
  const areas = new Map<number, Area>()
  const notes: PlannedNotes[] = []
  let page: PageStep | undefined
  let first: Node | undefined
  for (const node of steps) {
    const { step, parent } = node
    if (!parent) continue
    if (step.type === 'float-page') {
      frames.push(stackFrame(start, foot, step.floats, 'page'))
    } else if (step.type === 'page') {
      page = step
      first = node
      if (step.tops.length > 0) frames.push(stackFrame(start, step.top, step.tops, 'top'))
      if (step.bottoms.length > 0) last.push(footFrame(step.bottom, foot - step.area, step.bottoms))
    } else if (step.type === 'span') {
      addSpan(text, frames, parent.at, step.top)
      addNotes(text, areas, 0, parent, node, step.noteUsed, step.noteLimit)
    } else if (step.type === 'column') {
      addNotes(text, areas, step.column, parent, node, step.noteUsed, step.noteLimit)
      const bottom = page?.bottom ?? foot
      const area = Math.ceil((areas.get(step.column)?.used ?? 0) / 100)
      frames.push(columnFrame(text, parent.at, node.at, step, bottom - area))
    }
  }
  if (page && first && page.area > 0) {
    const from = text.called[first.at] ?? 0
    const to = text.called[end.at] ?? 0
    const placed = text.book.place(first.waiting, from, to, 0, page.area * 100)
    // Below the floats at the foot: notes are the last thing on a page.
    notes.push({ column: 'page', top: foot - page.area, height: page.area, notes: placed })
  }
  for (const [column, area] of [...areas].sort((a, b) => a[0] - b[0])) {
    const height = Math.ceil(area.used / 100)
    notes.push({ column, top: (page?.bottom ?? foot) - height, height, notes: area.notes })
  }
  closeSpan(text, frames)
  return {
    side,
    start,
    frames: [...frames, ...last],
    notes,
    ...(jumpFrom !== undefined && { jumpFrom }),
    ...(jumpTo !== undefined && index + 1 < pageCount && { jumpTo }),
  }
}

function stackFrame(
  top: number,
  bottom: number,
  floats: readonly TextFloat[],
  place: 'top' | 'page',
): PlannedFrame {
  const items: PlannedItem[] = []
  let y = top
  for (const float of floats) {
    if (place === 'page' && items.length > 0) y += float.gap
    items.push({ type: 'float', float: float.index, place, top: y, height: float.height })
    y += float.height + (place === 'top' ? float.gap : 0)
  }
  return { column: 'page', top, height: bottom - top, items }
}

/** Page floats at the foot: they end where the type area does, or above the page's notes. */
function footFrame(top: number, bottom: number, floats: readonly TextFloat[]): PlannedFrame {
  const items: PlannedItem[] = []
  let y = Math.max(top, bottom - stack(floats))
  for (const float of floats) {
    y = Math.min(y + float.gap, bottom - float.height)
    items.push({ type: 'float', float: float.index, place: 'bottom', top: y, height: float.height })
    y += float.height
  }
  return { column: 'page', top, height: bottom - top, items }
}

function addSpan(text: Text, frames: PlannedFrame[], at: number, top: number): void {
  const before = frames.at(-1)
  const run = before?.items.at(-1)
  const height = text.height[at] ?? 0
  if (before && before.column === 'page' && run?.type === 'slices' && run.to === at) {
    frames[frames.length - 1] = {
      ...before,
      height: top + height - before.top,
      items: [...before.items.slice(0, -1), { ...run, to: at + 1, height: top + height - run.top }],
    }
    return
  }
  const isPageTop = !frames.some((frame) => frame.items.some((item) => item.type === 'slices'))
  const item: PlannedSlices = {
    type: 'slices',
    from: at,
    to: at + 1,
    top,
    height,
    continued: isPageTop ? containersAt(text, at) : [],
    continues: [],
  }
  const open = isPageTop ? (text.opening[at] ?? 0) : 0
  frames.push({ column: 'page', top: top - open, height: height + open, items: [item] })
}

/** A page that ends with spanning slices reserves the foot of the containers that go on after them. */
function closeSpan(text: Text, frames: PlannedFrame[]): void {
  const index = frames.findLastIndex((frame) => frame.items.some((item) => item.type === 'slices'))
  const frame = frames[index]
  const run = frame?.items.at(-1)
  if (!frame || frame.column !== 'page' || run?.type !== 'slices') return
  const continues = containersAt(text, run.to)
  const close = text.closing[run.to] ?? 0
  frames[index] = {
    ...frame,
    height: frame.height + close,
    items: [...frame.items.slice(0, -1), { ...run, continues }],
  }
}

function columnFrame(text: Text, from: number, to: number, step: ColumnStep, foot: number): PlannedFrame {
  const items: PlannedItem[] = []
  let y = step.top
  for (const float of step.tops) {
    items.push({ type: 'float', float: float.index, place: 'top', top: y, height: float.height })
    y += float.height + float.gap
  }
  let at = from
  let gap = 0
  let isEmpty = true
  const run = (end: number): void => {
    if (end <= at) return
    const isFirst = at === from
    const above = isEmpty ? 0 : Math.max(gap, text.space[at] ?? 0)
    const top = y + above + (isFirst ? (text.opening[at] ?? 0) : 0)
    const height = (text.sum[end] ?? 0) - (text.sum[at] ?? 0) - (text.space[at] ?? 0)
    items.push({
      type: 'slices',
      from: at,
      to: end,
      top,
      height,
      continued: isFirst ? containersAt(text, at) : [],
      continues: end === to ? containersAt(text, end) : [],
    })
    y = top + height
    at = end
    gap = 0
    isEmpty = false
  }
  for (const float of step.heres) {
    run(float.home)
    if (!isEmpty) y += Math.max(gap, float.gap)
    items.push({ type: 'float', float: float.index, place: 'here', top: y, height: float.height })
    y += float.height
    gap = float.gap
    isEmpty = false
  }
  run(to)
  // In a level band, a column whose own notes reach above the level ends at them.
  const end = step.level === undefined ? foot : Math.min(foot, step.top + step.level)
  let below = end
  const bottoms: PlannedItem[] = []
  for (const float of step.bottoms.toReversed()) {
    below -= float.height
    bottoms.unshift({ type: 'float', float: float.index, place: 'bottom', top: below, height: float.height })
    below -= float.gap
  }
  return { column: step.column, top: step.top, height: end - step.top, items: [...items, ...bottoms] }
}

/** Containers that a break before slice `at` cuts. */
function containersAt(text: Text, at: number): readonly number[] {
  const before = text.galley.slices[at - 1]
  const slice = text.galley.slices[at]
  return before && slice ? commonContainers(before, slice) : []
}

function addNotes(
  text: Text,
  areas: Map<number, Area>,
  column: number,
  parent: Node,
  node: Node,
  used: number,
  limit: number,
): void {
  if (limit === 0) return
  const first = text.called[parent.at] ?? 0
  const last = text.called[node.at] ?? 0
  // A spanning slice leaves waiting notes to the columns below it, unless it is the last of the text.
  if (node.step.type === 'span' && node.waiting === parent.waiting && first === last) return
  if (parent.waiting === 0 && first === last) return
  const taken = text.book.take(parent.waiting, first, last, used, limit)
  const notes = text.book.place(parent.waiting, first, last, used, limit)
  if (!taken || notes.length === 0) return
  const area = areas.get(column) ?? { notes: [], used: 0 }
  area.notes.push(...notes)
  area.used = taken.used
  areas.set(column, area)
}
