import { EncryptedPDFError, type PDFDocument } from '@cantoo/pdf-lib'
import { loadPdf } from '../load-pdf.js'
import { checkArchive } from './checks/check-archive.js'
import { checkBlackText } from './checks/check-black-text.js'
import { checkBleed } from './checks/check-bleed.js'
import { checkClaims } from './checks/check-claims.js'
import { checkColours } from './checks/check-colours.js'
import { checkContent } from './checks/check-content.js'
import { checkFonts } from './checks/check-fonts.js'
import { checkGlyphs } from './checks/check-glyphs.js'
import { checkImages } from './checks/check-images.js'
import { checkInk } from './checks/check-ink.js'
import { checkLines } from './checks/check-lines.js'
import { checkMargins } from './checks/check-margins.js'
import { checkOverprint } from './checks/check-overprint.js'
import { checkPageBoxes } from './checks/check-page-boxes.js'
import { checkTransparency } from './checks/check-transparency.js'
import type { FontShelf } from './content/scene.js'
import { readPage } from './content/read-page.js'
import type {
  Claims,
  FileCheck,
  Finding,
  PageCheck,
  PreflightFile,
  PreflightOptions,
  PreflightRule,
  Sighting,
} from './finding.js'
import { groupSightings } from './group-sightings.js'
import { readBoxes } from './read-boxes.js'
import { readClaims } from './read-claims.js'

/** Looks at the file, in the order of the report. */
const fileChecks: readonly FileCheck[] = [checkClaims, checkArchive, checkPageBoxes]

/** Looks at each page. */
const pageChecks: readonly PageCheck[] = [
  checkContent,
  checkFonts,
  checkGlyphs,
  checkColours,
  checkBlackText,
  checkOverprint,
  checkInk,
  checkImages,
  checkLines,
  checkBleed,
  checkMargins,
  checkTransparency,
]

export interface PreflightResult {
  readonly claims: Claims
  readonly pages: number
  readonly findings: readonly Finding[]
}

/**
 * What a Chinese printer of periodicals asks for when nothing else is agreed: sheets of four pages, 300 % of ink, 300
 * ppi, lines of 0.25 pt, 3 mm of bleed and of margin; 12 pt is 小四, above which register is seldom seen.
 */
export const usualOptions: PreflightOptions = {
  multiple: 4,
  ink: 300,
  resolution: 300,
  hairline: 0.25,
  bleed: 3,
  margin: 3,
  smallText: 12,
}

/**
 * Looks at any PDF as a printer or a library would. A file that is no PDF, damaged or locked is a finding, not an error.
 */
export async function preflight(
  bytes: Uint8Array,
  options: Partial<PreflightOptions> = {},
): Promise<PreflightResult> {
  const document = await open(bytes)
  if (typeof document === 'string')
    return {
      claims: { accessible: false },
      pages: 0,
      findings: [{ rule: document, severity: 'error', places: [], more: 0 }],
    }
  const claims = readClaims(document)
  const isForPress = claims.press !== undefined || (claims.archive === undefined && !claims.accessible)
  const file: PreflightFile = { document, claims, isForPress, options: { ...usualOptions, ...options } }
  const sightings: Sighting[] = fileChecks.flatMap((check) => check(file))
  const fonts: FontShelf = new Map()
  const pages = document.getPages()
  for (const [index, page] of pages.entries()) {
    const number = index + 1
    const view = { number, page, boxes: readBoxes(page), content: readPage(page, fonts) }
    for (const check of pageChecks)
      for (const sighting of await check(view, file)) sightings.push({ ...sighting, page: number })
  }
  const boxes = pages.map((page) => readBoxes(page))
  return { claims, pages: pages.length, findings: groupSightings(sightings, (page) => boxes[page - 1]) }
}

/** The file, or why there is none. */
async function open(bytes: Uint8Array): Promise<PDFDocument | PreflightRule> {
  // A header may follow other bytes, within the first 1024 (ISO 32000-1, annex H.3.4.1).
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf-readable'
  try {
    const document = await loadPdf(bytes)
    return document.getPageCount() > 0 ? document : 'pdf-whole'
  } catch (error) {
    // The library tells every kind of damage by an error of its own.
    return error instanceof EncryptedPDFError ? 'pdf-unlocked' : 'pdf-whole'
  }
}
