import { millimetre, type FileCheck, type Sighting } from '../finding.js'
import { isWithin, readBoxes } from '../read-boxes.js'

/** Half a point: boxes are written rounded. */
const tolerance = 0.5

/**
 * Page boxes (ISO 32000-1, 14.11.2; ISO 15930-7, 6.3): a trim box on every page, within the bleed box, within the media
 * box, of one size throughout; and a page count that folds into sheets.
 */
export const checkPageBoxes: FileCheck = ({ document, claims, isForPress, options }) => {
  const sightings: Sighting[] = []
  const severity = claims.press === undefined ? 'warning' : 'error'
  let size: string | undefined
  document.getPages().forEach((page, index) => {
    const { media, trim, unit, ...others } = readBoxes(page)
    const bleed = others.bleed ?? media
    const at = { severity, page: index + 1 } as const
    if (media === undefined || trim === undefined) {
      sightings.push({ ...at, rule: 'page-boxes', detail: media === undefined ? 'MediaBox' : 'TrimBox' })
      return
    }
    if (bleed && (!isWithin(trim, bleed, tolerance) || !isWithin(bleed, media, tolerance)))
      sightings.push({ ...at, rule: 'page-boxes', box: trim, detail: 'TrimBox ⊂ BleedBox ⊂ MediaBox' })
    const sides = [trim[2] - trim[0], trim[3] - trim[1]]
    const own = sides.map((length) => Math.round((length * unit) / millimetre)).join(' × ')
    size ??= own
    if (own !== size)
      sightings.push({ ...at, rule: 'page-size', box: trim, detail: `${size} mm`, figure: `${own} mm` })
  })
  const pages = document.getPageCount()
  // A file for reading is not folded.
  if (isForPress && pages % options.multiple !== 0)
    sightings.push({
      rule: 'page-multiple',
      severity: 'warning',
      detail: `${pages} mod ${options.multiple} = ${pages % options.multiple}`,
    })
  return sightings
}
