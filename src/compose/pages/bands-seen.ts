import type { PlannedFrame, PlannedPage } from '../../issue/page-plan.js'
import { roomOf, type Task } from './task.js'
import { FORCED_COLUMN, type Text } from './text.js'

/** What stands on a page from one height on: floats across its columns, spanning slices, or columns. */
export interface BandSeen {
  readonly type: 'floats' | 'span' | 'columns'
  readonly frames: PlannedFrame[]
}

/** The bands of a finished page. */
export function bandsOf(page: PlannedPage): BandSeen[] {
  const bands: BandSeen[] = []
  for (const frame of page.frames) {
    const type =
      frame.column !== 'page'
        ? 'columns'
        : frame.items.some((item) => item.type === 'slices')
          ? 'span'
          : 'floats'
    const before = bands.at(-1)
    if (type === 'columns' && before?.type === 'columns' && before.frames[0]?.top === frame.top) {
      before.frames.push(frame)
    } else bands.push({ type, frames: [frame] })
  }
  // Page floats at the foot come last on the page and are no band of the text.
  return bands.sort((a, b) => Number(b.type === 'floats') - Number(a.type === 'floats'))
}

/** A column of a band. Slices `from` to before `to`; heights in units. */
export interface ColumnSeen {
  readonly from: number
  readonly to: number
  readonly body: number
  readonly slack: number
  readonly single: boolean
}

/** Columns of a band; those without a frame are empty. */
export function measureColumns(text: Text, frames: readonly PlannedFrame[], begun: number): ColumnSeen[] {
  const columns: ColumnSeen[] = []
  let at = begun
  const tallest = Math.max(0, ...frames.map((frame) => frame.height))
  for (let c = 0; c < text.geometry.columns; c += 1) {
    const frame = frames.find((other) => other.column === c)
    if (!frame) {
      columns.push({ from: at, to: at, body: 0, slack: tallest, single: false })
      continue
    }
    let end = frame.top
    let foot = 0
    let close = 0
    let slices = 0
    let floats = 0
    const from = at
    frame.items.forEach((item) => {
      if (item.type === 'slices') {
        const openings = item.from === from ? (text.opening[item.from] ?? 0) : 0
        const closings = item.to < text.count && item.continues.length > 0 ? (text.closing[item.to] ?? 0) : 0
        slices += openings + item.height + closings
        close = closings
        end = item.top + item.height
        at = item.to
      } else {
        floats += 1
        const gap = text.floats[item.float]?.gap ?? 0
        if (item.place === 'bottom') foot += item.height + (end > frame.top ? gap : 0)
        else end = item.top + item.height
      }
    })
    const body = end - frame.top + close + foot
    const isForced = at > from && text.breakClass[at] === FORCED_COLUMN
    columns.push({
      from,
      to: at,
      body,
      slack: isForced ? 0 : frame.height - body,
      single: slices === 1 && floats === 0,
    })
  }
  return columns
}

/** Units left free under the last spanning slice of a page. */
export function freeBelow(
  text: Text,
  task: Task,
  page: PlannedPage,
  index: number,
  number: number,
  bands: readonly BandSeen[],
): number {
  const frame = bands[number]?.frames[0]
  const end = (frame?.top ?? 0) + (frame?.height ?? 0)
  let bottom = text.geometry.lines - roomOf(task.entry, index, text.geometry.lines).foot
  for (const other of page.frames) {
    const float = other.items[0]
    if (float?.type === 'float' && float.place === 'bottom' && other.column === 'page')
      bottom = Math.min(bottom, other.top)
  }
  for (const area of page.notes) bottom = Math.min(bottom, area.top)
  return Math.max(0, bottom - end)
}
