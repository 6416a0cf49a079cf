import { inksOf, totalInk } from '../content/inks.js'
import type { Shading } from '../content/mark.js'
import { invert, transform } from '../content/matrix.js'
import { coloursOf } from '../content/read-shading.js'
import type { InkPlates } from './ink-plates.js'
import type { DepositAt } from './deposit-of.js'

/**
 * Colours of a shading, pixel by pixel for those along a line and between circles (ISO 32000-1, 8.7.4.5.3 and .4); any
 * other counts as an area of its heaviest colour.
 */
export function depositsAlong(shading: Shading, overprint: boolean, plates: InkPlates): DepositAt {
  const { type, space, matrix, extend } = shading
  const inks = coloursOf(shading).map((colour) => inksOf(space, colour))
  const deposits = inks.map((one) => ({ deposit: plates.prepare(one, overprint, false), alpha: 1 }))
  const back = invert(matrix)
  const place =
    type === 2 ? alongLine(shading.coords) : type === 3 ? betweenCircles(shading.coords) : undefined
  if (place === undefined || back === undefined) {
    const totals = inks.map((one) => (one ? totalInk(one) : 0))
    const heaviest = deposits[totals.indexOf(Math.max(...totals))]
    return () => heaviest
  }
  const { grid } = plates
  return (column, row) => {
    const at = place(
      ...transform(back, grid.left + (column + 0.5) / grid.scale, grid.bottom + (row + 0.5) / grid.scale),
    )
    if (at === undefined || (at < 0 && !extend[0]) || (at > 1 && !extend[1])) return undefined
    return deposits[Math.round(Math.min(1, Math.max(0, at)) * (deposits.length - 1))]
  }
}

type PlaceOn = (x: number, y: number) => number | undefined

function alongLine([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): PlaceOn {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = dx * dx + dy * dy
  return (x, y) => (length === 0 ? undefined : ((x - x0) * dx + (y - y0) * dy) / length)
}

/** The outermost circle through a point: the larger solution whose radius is not negative. */
function betweenCircles([x0 = 0, y0 = 0, r0 = 0, x1 = 0, y1 = 0, r1 = 0]: readonly number[]): PlaceOn {
  const [dx, dy, dr] = [x1 - x0, y1 - y0, r1 - r0]
  const a = dx * dx + dy * dy - dr * dr
  return (x, y) => {
    const [px, py] = [x - x0, y - y0]
    const b = px * dx + py * dy + r0 * dr
    const c = px * px + py * py - r0 * r0
    if (Math.abs(a) < 1e-9) return b === 0 ? undefined : c / (2 * b)
    const root = b * b - a * c
    if (root < 0) return undefined
    const ways = [(b + Math.sqrt(root)) / a, (b - Math.sqrt(root)) / a].toSorted((one, other) => other - one)
    return ways.find((at) => r0 + at * dr >= 0)
  }
}
