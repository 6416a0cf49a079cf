import type { CostKind, PlannedPage, PlanStatistics, PlanWarning } from '../../issue/page-plan.js'
import { bandsOf, freeBelow, measureColumns } from './bands-seen.js'
import { chargeFloatPage } from './charge-float-page.js'
import { chargeNotes } from './charge-notes.js'
import {
  charge,
  columnShort,
  floatCrossing,
  lastPageShort,
  levelDifference,
  spreadUnlevel,
  unlevel,
  WEIGHTS,
} from './cost.js'
import { roomOf, type Task } from './task.js'
import { DISCOURAGED, FORBIDDEN, FORCED_PAGE, LONE } from './text.js'

/** A plan seen from outside: its cost by kind, and the figures an editor asks for. */
export interface Measured {
  readonly statistics: PlanStatistics
  readonly warnings: readonly PlanWarning[]
}

/**
 * Measures pages from what stands on them, not from how the search came to them, so that search and plan check each
 * other.
 */
export function measure(task: Task, pages: readonly PlannedPage[]): Measured {
  const { text } = task
  const tally: Partial<Record<CostKind, number>> = {}
  const warnings: PlanWarning[] = []
  const figures = {
    loneLines: 0,
    headingsAtFoot: 0,
    oneLineColumns: 0,
    hyphenBreaks: 0,
    levelDifference: 0,
    notesSplit: 0,
  }
  const pageOfFloat = text.floats.map(() => 0)
  const pageOfSlice = new Int32Array(text.count)
  let facing = -1
  let at = 0

  const chargeBreak = (before: number): void => {
    if (before <= 0 || before >= text.count) return
    const kind = text.breakClass[before] ?? 0
    const block = text.galley.blocks[text.galley.slices[before]?.block ?? -1]
    const where = { article: text.galley.id, place: block?.place, key: block?.key ?? '' }
    let points = text.breakCost[before] ?? 0
    const own = kind === DISCOURAGED ? 'discouragedBreak' : kind === LONE ? 'loneLine' : 'forbiddenBreak'
    if (kind === DISCOURAGED || kind === LONE || kind === FORBIDDEN) {
      charge(tally, own, WEIGHTS[own])
      points -= WEIGHTS[own]
    }
    if (points >= WEIGHTS.headingAtFoot) {
      charge(tally, 'headingAtFoot', points)
      figures.headingsAtFoot += 1
    } else charge(tally, 'headingShort', points)
    if (kind === LONE) {
      figures.loneLines += 1
      warnings.push({ kind: 'lone-line', ...where })
    } else if (kind === FORBIDDEN) warnings.push({ kind: 'keep-broken', ...where })
  }

  pages.forEach((page, index) => {
    const start = at
    const bands = bandsOf(page)
    const isEmpty = page.notes.length === 0 && page.frames.every(({ items }) => items.length === 0)
    if (isEmpty && index < pages.length - 1) charge(tally, 'notBegun', WEIGHTS.notBegun)
    let slack = -1
    let lastEnd = page.start
    bands.forEach((band, number) => {
      const isLast = number === bands.length - 1
      const begun = at
      for (const frame of band.frames) {
        for (const item of frame.items) {
          if (item.type === 'slices') {
            pageOfSlice.fill(index, item.from, item.to)
            at = Math.max(at, item.to)
          } else {
            pageOfFloat[item.float] = index
            const float = text.floats[item.float]
            const allowed = float?.[item.place] ?? true
            if (item.place !== 'here' && float?.here) charge(tally, 'floatNotHere', WEIGHTS.floatNotHere)
            if (!allowed) charge(tally, 'floatPage', WEIGHTS.floatForced)
          }
        }
      }
      const isForced = (at > start && text.breakClass[at] === FORCED_PAGE) || at === text.count
      if (band.type === 'floats') {
        for (const frame of band.frames) {
          const item = frame.items[0]
          if (item?.type === 'float' && item.place !== 'bottom')
            lastEnd = Math.max(lastEnd, frame.top + frame.height)
        }
        return
      }
      if (band.type === 'span') {
        slack = isLast ? freeBelow(text, task, page, index, number, bands) : -1
        lastEnd = Math.max(lastEnd, ...band.frames.map((frame) => frame.top + frame.height))
        if (isLast && at < text.count && !isForced) {
          charge(tally, 'columnShort', columnShort(slack) * text.geometry.columns)
          chargeBreak(at)
        } else slack = -1
        return
      }
      const followed = bands.slice(number + 1).some((other) => other.type === 'span')
      const level = followed || isForced
      const columns = measureColumns(text, band.frames, begun)
      const bodies = columns.map((column) => column.body)
      const greatest = Math.max(0, ...bodies)
      lastEnd = Math.max(lastEnd, (band.frames[0]?.top ?? 0) + greatest)
      const loose = at === text.count && !followed && !task.balance
      columns.forEach((column, c) => {
        if (column.single) {
          charge(tally, 'oneLineColumn', WEIGHTS.oneLineColumn)
          figures.oneLineColumns += 1
        }
        const isBandEnd = column.to === at && level
        if (column.to > column.from && !isBandEnd) chargeBreak(column.to)
        if (level) {
          if (!loose) charge(tally, 'unlevel', levelDifference(greatest - column.body))
          return
        }
        const before = columns[c - 1]
        charge(tally, 'columnShort', columnShort(column.slack))
        if (before) charge(tally, 'unlevel', unlevel(column.slack - before.slack))
      })
      if (!level && isLast && at === begun && at > start) chargeBreak(at)
      if (!loose && columns.length > 1) {
        figures.levelDifference = Math.max(figures.levelDifference, greatest - Math.min(...bodies))
      }
      slack = level ? -1 : Math.min(...columns.map((column) => column.slack))
    })
    if (bands.length > 0 && bands.every((band) => band.type === 'floats') && at === start) {
      chargeFloatPage(text, task, page, index, tally)
    }
    for (const area of page.notes) {
      for (const { list, note, to } of area.notes) {
        const whole = list === 'opening' ? text.galley.openingNotes[note] : text.galley.notes[note]
        if (to < (whole?.strips.length ?? 0)) figures.notesSplit += 1
      }
    }
    if (index === pages.length - 1) {
      if (index > 0 && !task.followed)
        charge(tally, 'lastPageShort', lastPageShort(lastEnd, text.geometry.lines))
      return
    }
    if (text.hyphen[at]) {
      charge(tally, 'hyphenBreak', WEIGHTS.hyphenBreak)
      figures.hyphenBreaks += 1
    }
    if (facing >= 0 && slack >= 0) charge(tally, 'spreadUnlevel', spreadUnlevel(slack - facing))
    facing = roomOf(task.entry, index, text.geometry.lines).facesNext ? slack : -1
  })

  chargeNotes(text, pages, tally)
  const floatDistances = text.floats.map((float) => {
    const from = float.ready < 0 ? 0 : (pageOfSlice[Math.min(float.ready, text.count - 1)] ?? 0)
    const to = pageOfFloat[float.index] ?? 0
    for (let page = from; page < to; page += 1) {
      charge(tally, 'floatAway', floatCrossing(roomOf(task.entry, page, text.geometry.lines).facesNext))
    }
    return Math.max(0, to - from)
  })
  const cost = Object.values(tally).reduce((sum, points) => sum + points, 0)
  const loneCharacters = text.galley.slices.filter((slice) => slice.characters === 1).length
  return {
    statistics: { pages: pages.length, cost, costs: tally, ...figures, loneCharacters, floatDistances },
    warnings,
  }
}
