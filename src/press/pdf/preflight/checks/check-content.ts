import type { PageCheck, PreflightRule, Sighting } from '../finding.js'

/**
 * Content that cannot be followed to its end, and what leaves the result to the device: transfer functions, halftones
 * and PostScript (ISO 15930-7, 6.2.7 and 6.2.12; ISO 19005-2, 6.2.5 and 6.2.9).
 */
export const checkContent: PageCheck = ({ content }, { isForPress, claims }) => {
  const rules: Readonly<Record<string, PreflightRule>> = {
    damaged: 'content-whole',
    'too-much': 'content-limit',
    'transfer-function': 'device-dependent',
    halftone: 'device-dependent',
    postscript: 'device-dependent',
  }
  const isAsked = isForPress || claims.archive !== undefined
  return content.remarks.flatMap(({ what }): Sighting[] => {
    const rule = rules[what]
    if (rule === undefined || (rule === 'device-dependent' && !isAsked)) return []
    const severity = what === 'too-much' || what === 'halftone' ? 'warning' : 'error'
    return [{ rule, severity, ...(rule === 'device-dependent' ? { detail: what } : {}) }]
  })
}
