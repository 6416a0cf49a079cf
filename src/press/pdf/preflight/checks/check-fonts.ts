import { PDFStream } from '@cantoo/pdf-lib'
import { entry } from '../../object/read-object.js'
import { isEmbedded } from '../content/read-font.js'
import type { PageCheck, Sighting } from '../finding.js'

/**
 * Fonts of the text on the page, its forms and its annotations: each embedded (ISO 15930-7, 6.2.2; ISO 19005-2,
 * 6.2.11.4), none of Type 3, which presses rasterise coarsely, each composite one with a map to Unicode, that its text
 * can be copied and read out. Text that is not seen needs no font program.
 */
export const checkFonts: PageCheck = ({ content }, { claims }) => {
  const sightings = new Map<string, Sighting>()
  for (const mark of content.marks) {
    if (mark.kind !== 'text') continue
    const { font, box, visible } = mark
    const see = (rule: Sighting['rule'], severity: Sighting['severity']) => {
      const key = `${rule} ${font.name}`
      if (!sightings.has(key)) sightings.set(key, { rule, severity, box, detail: font.name })
    }
    if (font.subtype === 'Type3') {
      see('font-type', 'error')
      continue
    }
    if (visible && !isEmbedded(font)) see('font-embedded', 'error')
    if (font.subtype === 'Type0' && !(entry(font.dict, 'ToUnicode') instanceof PDFStream))
      see('font-unicode', claims.accessible || claims.archive ? 'error' : 'warning')
  }
  return [...sightings.values()]
}
