import { inksOf, totalInk } from '../content/inks.js'
import type { PageCheck, Sighting } from '../finding.js'
import { isVisible, paintsOf } from './paints-of.js'

/**
 * Overprint (ISO 32000-1, 8.6.7): white that overprints is not there at all; black that overprints in mode 0 takes
 * cyan, magenta and yellow away beneath it all the same; mode 1 on CMYK under a profile is forbidden, since programs
 * differ on it (ISO 15930-7, 6.2.3; ISO 19005-2, 6.2.4.2).
 */
export const checkOverprint: PageCheck = ({ content }, { isForPress, claims }) => {
  return content.marks.flatMap((mark): Sighting[] => {
    if (!mark.overprint || !isVisible(mark) || mark.kind === 'shading') return []
    const { box, overprintMode } = mark
    return paintsOf(mark).flatMap(({ space, values }): Sighting[] => {
      const inks = inksOf(space, values)
      if (inks === undefined) return []
      const isDevice = space.family === 'DeviceCMYK'
      const isProfiled = space.family === 'ICCBased' && space.components === 4
      if (isProfiled && overprintMode === 1 && (claims.press ?? claims.archive) !== undefined)
        return [{ rule: 'overprint-mode', severity: 'error', box, detail: 'ICCBased CMYK, OPM 1' }]
      if (!isForPress) return []
      const vanishes = (isDevice && overprintMode === 1) || space.names !== undefined
      if (vanishes && totalInk(inks) === 0)
        return [{ rule: 'white-overprint', severity: 'error', box, detail: mark.kind }]
      const isBlack = isDevice && inks.process[3] > 0 && totalInk(inks) === inks.process[3] * 100
      if (isBlack && overprintMode === 0)
        return [{ rule: 'overprint-mode', severity: 'warning', box, detail: 'DeviceCMYK, OPM 0' }]
      return []
    })
  })
}
