import type { Band } from './band.js'
import { Fill } from './fill.js'
import { place, placed, type Node } from './node.js'
import { extent, reach, type TextFloat } from './text.js'
import { walk } from './walk.js'

const NONE: readonly TextFloat[] = []
const SLOTS = 2

/** Fills one column after another; returns the states after the last one. */
export function fillBand(band: Band, start: Node): readonly Node[] {
  let nodes: Node[] = [start]
  const { columns } = band.text.geometry
  for (let column = 0; column < columns && nodes.length > 0; column += 1) {
    const filled: Node[] = []
    for (const node of nodes) fillColumn(band, node, column, filled)
    nodes = filled
    if (column < columns - 1 && nodes.length > band.effort.columnBeam) {
      nodes.sort((a, b) => a.cost - b.cost || b.at - a.at)
      nodes.length = band.effort.columnBeam
    }
  }
  if (!band.levelled || band.loose) return nodes
  return nodes.filter((node) => node.minSlack === 0)
}

function fillColumn(band: Band, node: Node, column: number, out: Node[]): void {
  const { text } = band
  const mayFloat = !band.followed && text.floats.length > 0
  if (!mayFloat) {
    fillWith(band, node, column, NONE, node.floats, 0, NONE, out)
    return
  }
  for (const tops of topChoices(band, node)) {
    let floats = node.floats
    let used = 0
    for (const float of tops) {
      floats = place(floats, float.kind)
      used += float.height + float.gap
    }
    fillWith(band, node, column, tops, floats, used, NONE, out)
    for (const float of bottomChoices(band, node.at, floats)) {
      fillWith(band, node, column, tops, floats, used, [float], out)
    }
  }
}

function topChoices(band: Band, node: Node): readonly (readonly TextFloat[])[] {
  const choices: (readonly TextFloat[])[] = [NONE]
  const grow = (chosen: readonly TextFloat[], floats: number, used: number): void => {
    if (chosen.length === SLOTS) return
    for (const kind of [0, 1] as const) {
      const float = band.text.floatsOf[kind][placed(floats, kind)]
      if (!float || float.wide || float.ready >= band.horizon) continue
      if (!float.top && node.at < band.text.count) continue
      if (used + float.height > band.level) continue
      // Two floats one above the other are for those that wait.
      if (chosen.length > 0 && !band.effort.all && float.ready >= node.at) continue
      const next = [...chosen, float]
      choices.push(next)
      grow(next, place(floats, kind), used + float.height + float.gap)
    }
  }
  grow(NONE, node.floats, 0)
  return choices
}

function bottomChoices(band: Band, at: number, floats: number): readonly TextFloat[] {
  const choices: TextFloat[] = []
  for (const kind of [0, 1] as const) {
    const next = placed(floats, kind)
    // The one after the next may stand at the foot when the next stands in the column's text.
    for (let index = next; index <= next + 1; index += 1) {
      const float = band.text.floatsOf[kind][index]
      if (!float || float.wide || !float.bottom || float.ready >= band.horizon) continue
      if (index > next) {
        const before = band.text.floatsOf[kind][next]
        if (!before?.here || at === band.text.count) continue
        if (!band.effort.all && before.home < at) continue
      }
      choices.push(float)
    }
  }
  return choices
}

/** Fills a column whose floats at top and bottom are chosen. */
function fillWith(
  band: Band,
  node: Node,
  column: number,
  tops: readonly TextFloat[],
  floats: number,
  used: number,
  bottoms: readonly TextFloat[],
  out: Node[],
): void {
  const { text } = band
  const foot = bottoms.reduce((sum, float) => sum + float.height + float.gap, 0)
  const room = band.level - used - foot
  const fill = new Fill(band, node, column, tops, used, bottoms, foot, out)
  const at = node.at
  let limit = band.end >= 0 ? band.end : band.limit
  if (at < text.count) limit = Math.min(limit, Math.max(at, text.nextForced[at] ?? text.count))
  if (text.floats.length > 0 && hasHomeWithin(band, at, floats, room, limit)) {
    walk(band, fill, at, 0, 0, floats, NONE, room, limit)
  } else if (room > 0 && at < limit) {
    for (let to = Math.min(limit, reach(text, at, room)); to > at; to -= 1) {
      const body = extent(text, at, to)
      if (body > room) continue
      if (fill.offer(to, body, floats, NONE) && !band.effort.all) break
    }
    fill.flush()
  }
  if (!fill.legal || band.effort.all || node.waiting > 0 || tops.length + bottoms.length > 0 || at >= limit) {
    fill.offerEmpty(floats)
  }
}

/** True when an unplaced float's home lies where the column's text will stand. */
function hasHomeWithin(band: Band, at: number, floats: number, room: number, limit: number): boolean {
  const { text } = band
  const far = Math.min(limit, reach(text, at, Math.max(0, room)))
  for (const kind of [0, 1] as const) {
    const list = text.floatsOf[kind]
    for (let index = placed(floats, kind); index < list.length; index += 1) {
      const float = list[index]
      if (!float || float.home > far) break
      if (float.here && float.home >= at) return true
    }
  }
  return false
}
