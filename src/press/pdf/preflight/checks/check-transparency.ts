import type { Mark } from '../content/mark.js'
import type { PageCheck, Sighting } from '../finding.js'

/** Standards that know no transparency: PDF/X-1a and X-3 (ISO 15930-1 and -3, 6), PDF/A-1 (ISO 19005-1, 6.4). */
const opaque = /^PDF\/X-[123]|^1/

/**
 * Transparency: forbidden by older standards; allowed by PDF/X-4, if it blends in the press's colours (ISO 15930-7,
 * 6.2.10); to be asked about in a file that claims nothing, since an older workflow flattens it unasked.
 */
export const checkTransparency: PageCheck = ({ content }, { claims, isForPress }) => {
  const sightings: Sighting[] = []
  const isForbidden = opaque.test(claims.press ?? '') || opaque.test(claims.archive ?? '')
  const isUnclaimed = isForPress && claims.press === undefined
  const seen = content.marks
    .map((mark) => ({ mark, what: transparencyOf(mark) }))
    .filter(({ what }) => what !== undefined)
  if (isForbidden || isUnclaimed)
    for (const { mark, what } of seen)
      sightings.push({
        rule: 'transparency-allowed',
        severity: isForbidden ? 'error' : 'warning',
        box: mark.box,
        detail: what,
      })
  if (isForPress && seen.length > 0)
    for (const { what, detail } of content.remarks)
      if (what === 'blend-space' && (detail === 'DeviceRGB' || detail === 'CalRGB' || detail === 'Lab'))
        sightings.push({ rule: 'blend-space', severity: claims.press ? 'error' : 'warning', detail })
  return sightings
}

function transparencyOf(mark: Mark): string | undefined {
  if (mark.blendMode !== 'Normal' && mark.blendMode !== 'Compatible') return mark.blendMode
  if (mark.alpha < 1) return 'alpha'
  if (mark.isMasked || (mark.kind === 'image' && mark.picture.softMask !== undefined)) return 'SMask'
  return undefined
}
