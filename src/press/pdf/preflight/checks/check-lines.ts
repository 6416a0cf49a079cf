import { inksOf, totalInk } from '../content/inks.js'
import { boxAround, isUprightRectangle } from '../content/path-builder.js'
import type { Mark } from '../content/mark.js'
import type { PageCheck, Sighting } from '../finding.js'
import { isVisible, paintsOf } from './paints-of.js'

/**
 * Lines so thin that a press loses them: strokes, and rectangles filled as lines. A width of 0 is one dot of the device,
 * good on a screen and gone on a plate (ISO 32000-1, 8.4.3.2).
 */
export const checkLines: PageCheck = ({ content, boxes }, { isForPress, options }) => {
  if (!isForPress) return []
  const { unit, bleed, media } = boxes
  const sheet = bleed ?? media
  return content.marks.flatMap((mark): Sighting[] => {
    const width = thickness(mark)
    if (width === undefined || !isVisible(mark) || !hasInk(mark)) return []
    const points = width * unit
    // The printer's own marks, outside of the bleed, are thin on purpose.
    const [left, bottom, right, top] = mark.box
    const isOutside =
      sheet && (right <= sheet[0] || left >= sheet[2] || top <= sheet[1] || bottom >= sheet[3])
    if (isOutside || points >= options.hairline - 0.005) return []
    return [
      {
        rule: 'line-width',
        severity: points < 0.01 ? 'error' : 'warning',
        box: mark.box,
        detail: `< ${options.hairline} pt`,
        figure: `${points.toFixed(2)} pt`,
      },
    ]
  })
}

function thickness(mark: Mark): number | undefined {
  if (mark.kind === 'stroke') return mark.width
  if (mark.kind !== 'fill' || !isUprightRectangle(mark.polygons)) return undefined
  const box = boxAround(mark.polygons)
  if (box === undefined) return undefined
  const [wide, high] = [box[2] - box[0], box[3] - box[1]]
  // A dot is no line.
  return Math.max(wide, high) > 3 ? Math.min(wide, high) : undefined
}

/** White lines are gaps, and a gap may be as thin as it likes. */
function hasInk(mark: Mark): boolean {
  return paintsOf(mark).some(({ space, values }) => {
    const inks = inksOf(space, values)
    return inks === undefined ? values.some((value) => value < 0.98) : totalInk(inks) > 2
  })
}
