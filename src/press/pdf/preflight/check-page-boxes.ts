import { PDFArray, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'
import type { Box, Finding, PreflightCheck } from './finding.js'

/** Half a point: boxes are written rounded. */
const tolerance = 0.5

/**
 * Page boxes (ISO 32000-1, 14.11.2; ISO 15930-7, 6.3): a trim box on every page, within the bleed box, within the media
 * box, of one size throughout; and a page count that folds into sheets.
 */
export const checkPageBoxes: PreflightCheck = ({ document, claims, options }) => {
  const findings: Finding[] = []
  const isPress = claims.press !== undefined
  let size: string | undefined
  document.getPages().forEach((page, index) => {
    const find = (detail: string, box?: Box) =>
      findings.push({
        rule: 'page-boxes',
        severity: isPress ? 'error' : 'warning',
        page: index + 1,
        box,
        detail,
      })
    const media = boxOf(page, 'MediaBox')
    const trim = boxOf(page, 'TrimBox')
    const bleed = boxOf(page, 'BleedBox') ?? media
    if (media === undefined || trim === undefined) {
      find(media === undefined ? 'MediaBox' : 'TrimBox')
      return
    }
    if (bleed && (!isWithin(trim, bleed) || !isWithin(bleed, media))) find('BleedBox', trim)
    const own = [trim[2] - trim[0], trim[3] - trim[1]].map((length) => Math.round(length)).join(' × ')
    size ??= own
    if (own !== size) find(`${own} pt, ${size} pt`, trim)
  })
  const pages = document.getPageCount()
  // A file for reading is not folded.
  if ((isPress || claims.archive === undefined) && pages % options.multiple !== 0)
    findings.push({ rule: 'page-multiple', severity: 'warning', detail: `${pages}, ${options.multiple}` })
  return findings
}

function boxOf(page: PDFPage, name: string): Box | undefined {
  const box = page.node.getInheritableAttribute(PDFName.of(name))
  const array = box === undefined ? undefined : page.node.context.lookup(box)
  if (!(array instanceof PDFArray) || array.size() !== 4) return undefined
  const [a, b, c, d] = [0, 1, 2, 3].map((at) => {
    const number = array.lookup(at)
    return number instanceof PDFNumber ? number.asNumber() : Number.NaN
  })
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  if ([a, b, c, d].some(Number.isNaN)) return undefined
  // Any two opposite corners make a rectangle (7.9.5).
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner[0] >= outer[0] - tolerance &&
    inner[1] >= outer[1] - tolerance &&
    inner[2] <= outer[2] + tolerance &&
    inner[3] <= outer[3] + tolerance
  )
}
