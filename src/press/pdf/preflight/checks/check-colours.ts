import { describeSpace, kindOf, type ColourSpace } from '../content/colour-space.js'
import type { Mark } from '../content/mark.js'
import type { PageCheck, Sighting } from '../finding.js'
import { intentSpace } from '../intent-space.js'
import { isVisible } from './paints-of.js'

/**
 * Colour spaces: for press no RGB, neither of a device (ISO 15930-7, 6.2.3) nor under a profile, which a printer would
 * have to convert; no registration colour within the page. For the archive no device colours but those of the output
 * intent (ISO 19005-2, 6.2.4.3).
 */
export const checkColours: PageCheck = ({ content, boxes }, { document, claims, isForPress }) => {
  const sightings: Sighting[] = []
  const intent = claims.archive === undefined ? undefined : intentSpace(document)
  for (const mark of content.marks) {
    if (!isVisible(mark)) continue
    const { box } = mark
    for (const space of spacesOf(mark)) {
      const kind = kindOf(space)
      const detail = `${describeSpace(space)}, ${mark.kind}`
      if (isForPress && (kind === 'rgb' || kind === 'lab')) {
        const isDevice = bottom(space).family.startsWith('Device')
        // PDF/X-1a knows inks only (ISO 15930-1, 6.2.2).
        const isForbidden = isDevice || claims.press?.startsWith('PDF/X-1') === true
        sightings.push(
          isForbidden
            ? { rule: 'colour-for-press', severity: 'error', box, detail }
            : { rule: 'colour-converted', severity: 'warning', box, detail },
        )
      }
      const device = { DeviceRGB: 'RGB ', DeviceCMYK: 'CMYK' }[bottom(space).family as string]
      if (claims.archive !== undefined && device !== undefined && intent !== device)
        sightings.push({ rule: 'colour-intent', severity: 'error', box, detail })
      const { trim } = boxes
      const isInside =
        trim && box[0] < trim[2] - 1 && box[2] > trim[0] + 1 && box[1] < trim[3] - 1 && box[3] > trim[1] + 1
      if (isForPress && isInside && space.names?.includes('All') === true && space.family === 'Separation')
        sightings.push({ rule: 'registration-colour', severity: 'error', box, detail: mark.kind })
    }
  }
  return sightings
}

/** Spaces of a mark, those of a tile among them. */
function spacesOf(mark: Mark): ColourSpace[] {
  if (mark.kind === 'image' && !mark.picture.isStencil) return mark.picture.space ? [mark.picture.space] : []
  const { space, tile } = mark.paint
  return tile ? [...new Set(tile.flatMap((inner) => spacesOf(inner)))] : [space]
}

function bottom(space: ColourSpace): ColourSpace {
  const isTable = space.family === 'Indexed' || space.family === 'Pattern'
  return isTable && space.base ? bottom(space.base) : space
}
