import { loadPdf } from '../load-pdf.js'
import { checkArchive } from './check-archive.js'
import { checkFontPrograms } from './check-font-programs.js'
import { checkPageBoxes } from './check-page-boxes.js'
import type { Claims, Finding, PreflightCheck, PreflightOptions } from './finding.js'
import { readClaims } from './read-claims.js'

/** The looks at a file, in the order of the report. */
const checks: readonly PreflightCheck[] = [checkArchive, checkFontPrograms, checkPageBoxes]

export interface PreflightResult {
  readonly claims: Claims
  readonly pages: number
  readonly findings: readonly Finding[]
}

/** Pages that fold into sheets of four. */
export const usualOptions: PreflightOptions = { multiple: 4 }

/** Looks at any PDF as a printer or a library would. A file that is no PDF is a finding, not an error. */
export async function preflight(
  bytes: Uint8Array,
  options: PreflightOptions = usualOptions,
): Promise<PreflightResult> {
  const document = await readable(bytes)
  if (document === undefined)
    return {
      claims: { accessible: false },
      pages: 0,
      findings: [{ rule: 'pdf-readable', severity: 'error' }],
    }
  const claims = readClaims(document)
  const findings = checks.flatMap((check) => check({ document, claims, options }))
  return { claims, pages: document.getPageCount(), findings }
}

async function readable(bytes: Uint8Array) {
  try {
    const document = await loadPdf(bytes)
    return document.getPageCount() > 0 ? document : undefined
  } catch {
    // The library tells every kind of damage by an error of its own.
    return undefined
  }
}
