import type { Galley } from '../../../src/issue/galley.js'
import type { ArticlePlan, ComposeGeometry, PlannedPage } from '../../../src/issue/page-plan.js'

/** Everything that a plan must never do, found from the plan and the galley alone. */
export function faultsOf(
  galley: Galley,
  geometry: ComposeGeometry,
  plan: Pick<ArticlePlan, 'pages'>,
): string[] {
  return [
    ...sliceFaults(galley, plan.pages),
    ...floatFaults(galley, plan.pages),
    ...noteFaults(galley, plan.pages),
    ...plan.pages.flatMap((page, index) =>
      overlapFaults(geometry, page).map((fault) => `page ${index}: ${fault}`),
    ),
  ]
}

function sliceFaults(galley: Galley, pages: readonly PlannedPage[]): string[] {
  let at = 0
  for (const page of pages) {
    for (const frame of page.frames) {
      for (const item of frame.items) {
        if (item.type !== 'slices') continue
        if (item.from !== at || item.to <= item.from)
          return [`slices ${item.from}–${item.to} come after ${at}`]
        const spans = galley.slices.slice(item.from, item.to).map((slice) => slice.span === 'page')
        if (frame.column === 'page' && spans.includes(false)) return ['a column slice stands across the page']
        at = item.to
      }
    }
  }
  return at === galley.slices.length ? [] : [`slices from ${at} are lost`]
}

function floatFaults(galley: Galley, pages: readonly PlannedPage[]): string[] {
  const placed: number[] = []
  for (const page of pages) {
    for (const frame of page.frames)
      for (const item of frame.items) if (item.type === 'float') placed.push(item.float)
  }
  const faults: string[] = []
  for (const kind of ['figure', 'table']) {
    const order = placed.filter((index) => galley.floats[index]?.kind === kind)
    const wanted = galley.floats.flatMap((float, index) => (float.kind === kind ? [index] : []))
    if (order.join() !== wanted.join())
      faults.push(`${kind}s stand in order ${order.join()}, not ${wanted.join()}`)
  }
  return faults
}

function noteFaults(galley: Galley, pages: readonly PlannedPage[]): string[] {
  const faults: string[] = []
  const called = new Map<number, number>()
  const begun = new Map<number, number>()
  const ends = new Map<string, number>()
  pages.forEach((page, index) => {
    for (const frame of page.frames) {
      for (const item of frame.items) {
        if (item.type !== 'slices') continue
        for (const slice of galley.slices.slice(item.from, item.to)) {
          for (const note of slice.notes ?? []) called.set(note, index)
        }
      }
    }
    for (const area of page.notes) {
      for (const { list, note, from, to } of area.notes) {
        const key = `${list} ${note}`
        if (from !== (ends.get(key) ?? 0) || to <= from) faults.push(`${key} goes on at ${from}`)
        ends.set(key, to)
        if (from === 0 && list === 'notes') begun.set(note, index)
      }
    }
  })
  for (const [note, page] of called) {
    if (begun.get(note) !== page)
      faults.push(`note ${note}, called on page ${page}, begins on ${begun.get(note)}`)
  }
  galley.notes.forEach((note, i) => {
    if (ends.get(`notes ${i}`) !== note.strips.length) faults.push(`note ${i} is not whole`)
  })
  galley.openingNotes.forEach((note, i) => {
    if (ends.get(`opening ${i}`) !== note.strips.length) faults.push(`opening note ${i} is not whole`)
  })
  return faults
}

interface Box {
  readonly name: string
  readonly column: number | 'page'
  readonly top: number
  readonly end: number
}

/** What leaves the type area of a page, or meets something else there. */
export function overlapFaults(geometry: ComposeGeometry, page: PlannedPage | undefined): string[] {
  if (!page) return []
  const boxes: Box[] = []
  for (const frame of page.frames) {
    for (const item of frame.items) {
      const name = item.type === 'slices' ? `slices ${item.from}–${item.to}` : `float ${item.float}`
      boxes.push({ name, column: frame.column, top: item.top, end: item.top + item.height })
      if (item.top + item.height > frame.top + frame.height) return [`${name} leaves its frame`]
    }
  }
  for (const area of page.notes) {
    boxes.push({ name: 'notes', column: area.column, top: area.top, end: area.top + area.height })
    if (area.height > 0 && area.top + area.height > geometry.lines) return ['notes leave the page']
  }
  const faults: string[] = []
  for (const frame of page.frames) {
    const atFoot = frame.items.some((item) => item.type === 'float' && item.place === 'bottom')
    if (frame.column !== 'page' || !atFoot) continue
    if (page.notes.some((area) => area.top < frame.top)) faults.push('floats stand below the notes')
  }
  boxes.forEach((box, i) => {
    if (box.top < page.start || box.end > geometry.lines) faults.push(`${box.name} leaves the type area`)
    for (const other of boxes.slice(i + 1)) {
      const meet = box.column === 'page' || other.column === 'page' || box.column === other.column
      if (meet && box.top < other.end && other.top < box.end)
        faults.push(`${box.name} overlaps ${other.name}`)
    }
  })
  return faults
}
