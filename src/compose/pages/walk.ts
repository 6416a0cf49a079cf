import type { Band } from './band.js'
import type { Fill } from './fill.js'
import { place, placed } from './node.js'
import type { Text, TextFloat } from './text.js'

/**
 * Goes down the column slice by slice; at each float's home the way divides into one with the float and one without.
 * Each way is a group of ends of its own.
 */
export function walk(
  band: Band,
  fill: Fill,
  from: number,
  usedBefore: number,
  gapBefore: number,
  floats: number,
  heres: readonly TextFloat[],
  room: number,
  limit: number,
): void {
  const { text } = band
  const ends: number[] = []
  const bodies: number[] = []
  let used = usedBefore
  let gap = gapBefore
  const begun = fill.node.at
  for (let i = from; i <= limit; i += 1) {
    const foot = i > begun ? (text.closing[i] ?? 0) : 0
    if (i > from || heres.length > 0) {
      if (used + foot <= room) {
        ends.push(i)
        bodies.push(used + foot)
      }
    }
    let stop = false
    for (const kind of [0, 1] as const) {
      const float = homeAt(text, kind, floats, i)
      if (!float) continue
      const isNext = text.floatsOf[kind][placed(floats, kind)] === float
      if (isNext) {
        const above = used === 0 ? 0 : Math.max(gap, float.gap)
        const end = used + above + float.height
        if (end <= room) {
          walk(band, fill, i, end, float.gap, place(floats, kind), [...heres, float], room, limit)
        }
      }
      // A float that may stand nowhere else: the text does not go past it.
      if (!float.top && !float.bottom && !float.page) stop = true
    }
    if (stop || i === limit) break
    if (i === begun) {
      used +=
        (used > 0 ? Math.max(gap, text.space[i] ?? 0) : 0) + (text.opening[i] ?? 0) + (text.height[i] ?? 0)
    } else used += Math.max(gap, text.space[i] ?? 0) + (text.height[i] ?? 0)
    gap = 0
    if (used > room) break
  }
  for (let k = ends.length - 1; k >= 0; k -= 1) {
    if (fill.offer(ends[k] ?? 0, bodies[k] ?? 0, floats, heres) && !band.effort.all) break
  }
  fill.flush()
}

/** The first unplaced float of a kind that has its home before slice i and may stand there. */
function homeAt(text: Text, kind: 0 | 1, floats: number, i: number): TextFloat | undefined {
  const list = text.floatsOf[kind]
  for (let index = placed(floats, kind); index < list.length; index += 1) {
    const float = list[index]
    if (!float || float.home > i) return undefined
    if (float.home === i && float.here) return float
  }
  return undefined
}
