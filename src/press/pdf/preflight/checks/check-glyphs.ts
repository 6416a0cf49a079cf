import type { PageCheck, Sighting } from '../finding.js'

/**
 * Characters that their font does not have: it draws glyph 0, `.notdef`, a box or a gap in print. PDF/A allows none, seen
 * or not (ISO 19005-2, 6.2.11.8); PDF/UA neither (ISO 14289-1, 7.21.8).
 */
export const checkGlyphs: PageCheck = ({ content }, { claims }) => {
  const isForbidden = claims.archive !== undefined || claims.accessible
  return content.marks.flatMap((mark): Sighting[] => {
    if (mark.kind !== 'text' || mark.missing === 0 || !(mark.visible || isForbidden)) return []
    const { font, box, missing } = mark
    return [{ rule: 'glyph-present', severity: 'error', box, detail: font.name, figure: `× ${missing}` }]
  })
}
