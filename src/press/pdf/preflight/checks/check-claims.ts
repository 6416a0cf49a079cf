import type { PDFObject } from '@cantoo/pdf-lib'
import { entry, itemsOf, nameOf, numberOf, numbersOf } from '../../object/read-object.js'
import type { FileCheck, Sighting } from '../finding.js'
import { readIntent } from '../intent-space.js'
import { readBoxes } from '../read-boxes.js'

/** Versions of PDF/X that are in use (ISO 15930-1 to -8). */
const known = /^PDF\/X-(?:1a?:200[13]|3:200[23]|4|4p|5g|5n|5pg|6)$|^PDF\/X-1:2001$/

/**
 * Whether a file that claims PDF/X keeps what can be seen of it (ISO 15930-7): a known version (6.16), an output intent
 * of PDF/X with a printer's profile (6.2.4), trapping stated (6.13), no actions and scripts (6.12), no annotations
 * where it is printed (6.11). A file that claims nothing is told so; one for reading is not meant for the press.
 */
export const checkClaims: FileCheck = ({ document, claims, isForPress }) => {
  const { catalog, context } = document
  const sightings: Sighting[] = []
  if (!isForPress) {
    sightings.push({ rule: 'press-claim', severity: 'info' })
    return [...sightings, ...(claims.archive === undefined ? [] : findActions(catalog))]
  }
  if (claims.press === undefined) return [{ rule: 'press-claim', severity: 'warning' }]
  if (!known.test(claims.press))
    sightings.push({ rule: 'press-standard', severity: 'error', detail: claims.press })
  const intent = readIntent(document)
  const miss = (detail: string) => sightings.push({ rule: 'output-intent', severity: 'error', detail })
  if (intent !== undefined) {
    if (intent.subtype !== 'GTS_PDFX') miss(`S /${intent.subtype ?? '?'}`)
    if (intent.device !== undefined && intent.device !== 'prtr') miss(`profile class ${intent.device}`)
  }
  const info = context.lookup(context.trailerInfo.Info)
  const trapped = nameOf(entry(info, 'Trapped')) ?? claims.trapped
  if (trapped !== 'True' && trapped !== 'False')
    sightings.push({ rule: 'trapping-stated', severity: 'error' })
  sightings.push(...findActions(catalog))
  document.getPages().forEach((page, index) => {
    const { bleed, trim, media } = readBoxes(page)
    const sheet = bleed ?? trim ?? media
    for (const annotation of itemsOf(entry(page.node, 'Annots'))) {
      const subtype = nameOf(entry(annotation, 'Subtype')) ?? '?'
      const [a = 0, b = 0, c = 0, d = 0] = numbersOf(entry(annotation, 'Rect')) ?? []
      const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const
      const isOutside =
        sheet && (box[0] >= sheet[2] || box[2] <= sheet[0] || box[1] >= sheet[3] || box[3] <= sheet[1])
      if (isOutside || subtype === 'PrinterMark' || subtype === 'TrapNet') continue
      const isHidden = ((numberOf(entry(annotation, 'F')) ?? 0) & 2) !== 0
      if (!isHidden)
        sightings.push({
          rule: 'annotation-in-print',
          severity: 'error',
          page: index + 1,
          box,
          detail: subtype,
        })
    }
  })
  return sightings
}

function findActions(catalog: PDFObject): Sighting[] {
  const scripts = entry(entry(catalog, 'Names'), 'JavaScript') === undefined ? [] : ['JavaScript']
  const opening = nameOf(entry(entry(catalog, 'OpenAction'), 'S'))
  const actions = opening === undefined || opening === 'GoTo' ? [] : [`OpenAction ${opening}`]
  const additional = entry(catalog, 'AA') === undefined ? [] : ['AA']
  return [...scripts, ...actions, ...additional].map((detail) => ({
    rule: 'active-content',
    severity: 'error',
    detail,
  }))
}
