import type { PageCheck, Sighting } from '../finding.js'

/** Smaller pictures than this, in points each way, are dots and lines. */
const smallest = 3

/**
 * Pixels an inch of each picture at the size it is placed in. Below half of what the printer asks pixels are seen. A
 * picture of black and white only needs twice as many. A side of one pixel is a flat colour or a gradient, and any size.
 */
export const checkImages: PageCheck = ({ content, boxes: { unit } }, { isForPress, options }) => {
  if (!isForPress) return []
  return content.marks.flatMap((mark): Sighting[] => {
    if (mark.kind !== 'image') return []
    const { picture, matrix, box } = mark
    const [a, b, c, d] = matrix
    const sides = [
      [picture.width, Math.hypot(a, b)],
      [picture.height, Math.hypot(c, d)],
    ] as const
    if (sides.some(([pixels]) => pixels < 1))
      return [
        { rule: 'image-readable', severity: 'error', box, detail: `${picture.width} × ${picture.height}` },
      ]
    if (sides.some(([, points]) => points < smallest)) return []
    const found = sides
      .filter(([pixels]) => pixels > 1)
      .map(([pixels, points]) => (pixels * 72) / (points * unit))
    const least = Math.min(...found)
    const limit = picture.bits === 1 ? options.resolution * 2 : options.resolution
    // Rounded sizes are not a fault.
    if (least >= limit * 0.995) return []
    return [
      {
        rule: 'image-resolution',
        severity: least < limit / 2 ? 'error' : 'warning',
        box,
        detail: `< ${limit} ppi`,
        figure: `${Math.floor(least)} ppi`,
      },
    ]
  })
}
