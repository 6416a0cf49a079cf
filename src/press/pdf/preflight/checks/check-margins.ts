import { millimetre, type PageCheck, type Sighting } from '../finding.js'
import { grow, isWithin } from '../read-boxes.js'
import { isVisible } from './paints-of.js'

/**
 * Text nearer to the trim than the knife is sure of. What stands wholly outside is the printer's slug; what the knife
 * cuts through is an error.
 */
export const checkMargins: PageCheck = ({ content, boxes }, { isForPress, options }) => {
  const { trim, unit } = boxes
  if (!isForPress || trim === undefined) return []
  const safe = grow(trim, -(options.margin * millimetre) / unit)
  return content.marks.flatMap((mark): Sighting[] => {
    if (mark.kind !== 'text' || !isVisible(mark)) return []
    const { box } = mark
    const isOutside = box[0] >= trim[2] || box[2] <= trim[0] || box[1] >= trim[3] || box[3] <= trim[1]
    if (isOutside || isWithin(box, safe, 0.05)) return []
    const distance = Math.min(box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3])
    return [
      {
        rule: 'text-margin',
        severity: distance < 0 ? 'error' : 'warning',
        box,
        detail: distance < 0 ? '< 0 mm' : `< ${options.margin} mm`,
        figure: `${((distance * unit) / millimetre).toFixed(1)} mm`,
      },
    ]
  })
}
