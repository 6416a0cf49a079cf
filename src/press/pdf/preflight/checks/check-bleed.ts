import { inksOf, totalInk } from '../content/inks.js'
import type { Mark } from '../content/mark.js'
import { millimetre, type Box, type PageCheck, type Sighting } from '../finding.js'
import { grow } from '../read-boxes.js'
import { isVisible, paintsOf } from './paints-of.js'

/** What ends this near to the trim, in points, is meant to reach it: half a millimetre. */
const near = 0.5 * millimetre
/** Rounding of sizes, in points. */
const tolerance = 0.1

const sides = ['left', 'bottom', 'right', 'top'] as const

/**
 * Bleed: what reaches the trim goes on to the edge of the bleed, else a knife that is half a millimetre off leaves white
 * paper; and the sheet has room for it.
 */
export const checkBleed: PageCheck = ({ content, boxes }, { isForPress, options }) => {
  const { trim, media, unit } = boxes
  if (!isForPress || trim === undefined) return []
  const sightings: Sighting[] = []
  const bleed = (options.bleed * millimetre) / unit
  const wanted = grow(trim, bleed)
  const sheet = boxes.bleed ?? media
  const [first] = sheet ? sides.filter((_, at) => beyond(wanted, sheet, at) > tolerance) : []
  if (first !== undefined && sheet) {
    const least = Math.min(...sides.map((_, at) => bleed - beyond(wanted, sheet, at)))
    const figure = `${((least * unit) / millimetre).toFixed(1)} mm`
    sightings.push({
      rule: 'bleed-box',
      severity: 'error',
      box: trim,
      detail: `< ${options.bleed} mm`,
      figure,
    })
  }
  for (const mark of content.marks) {
    if (mark.kind === 'text' || mark.kind === 'stroke' || !isVisible(mark) || !hasInk(mark)) continue
    const { box } = mark
    // Printer's marks stand wholly outside; a part that a clip leaves of them is no part of the page.
    if (box[0] >= trim[2] || box[2] <= trim[0] || box[1] >= trim[3] || box[3] <= trim[1]) continue
    const short = sides.filter((_, at) => {
      const reaches = beyond(box, grow(trim, -near), at) >= 0
      return reaches && beyond(wanted, box, at) > tolerance
    })
    if (short.length > 0)
      sightings.push({
        rule: 'bleed-reached',
        severity: 'error',
        box,
        detail: mark.kind,
        figure: short.join(', '),
      })
  }
  return sightings
}

/** By how much `box` goes beyond `other` on a side, in points. */
function beyond(box: Box, other: Box, side: number): number {
  const [a = 0, b = 0] = [box[side], other[side]]
  return side < 2 ? b - a : a - b
}

function hasInk(mark: Mark): boolean {
  if (mark.kind === 'image' && !mark.picture.isStencil) return true
  return paintsOf(mark).some(({ space, values }) => {
    const inks = inksOf(space, values)
    return inks === undefined ? values.some((value) => value < 0.98) : totalInk(inks) > 2
  })
}
