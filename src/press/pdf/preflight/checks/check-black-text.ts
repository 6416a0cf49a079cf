import { kindOf } from '../content/colour-space.js'
import { describeInks, inksOf } from '../content/inks.js'
import type { PageCheck, Sighting } from '../finding.js'
import { isVisible, paintsOf } from './paints-of.js'

/** Black that the eye takes for black: this much of it, 0 to 1. */
const dark = 0.8

/**
 * Small text in black is to be one ink: four inks never meet exactly, and the strokes of small 汉字 get coloured edges.
 * Refused are black with cyan, magenta or yellow, black of those three alone, and RGB black, which any conversion turns
 * into four inks.
 */
export const checkBlackText: PageCheck = ({ content }, { isForPress, options }) => {
  if (!isForPress) return []
  return content.marks.flatMap((mark): Sighting[] => {
    if (mark.kind !== 'text' || !isVisible(mark) || mark.size > options.smallText) return []
    const found = paintsOf(mark).flatMap(({ space, values }) => {
      const inks = inksOf(space, values)
      if (inks === undefined) {
        const isBlack = kindOf(space) === 'rgb' && values.every((value) => value < 1 - dark)
        return isBlack ? [`RGB ${values.map((value) => Math.round(value * 255)).join(' ')}`] : []
      }
      const [c, m, y, k] = inks.process
      const isRich = k >= dark ? c + m + y > 0.02 : Math.min(c, m, y) >= 0.6
      return isRich ? [describeInks(inks)] : []
    })
    const [detail] = found
    if (detail === undefined) return []
    const figure = `${mark.size.toFixed(1)} pt`
    return [{ rule: 'black-text', severity: 'error', box: mark.box, detail, figure }]
  })
}
