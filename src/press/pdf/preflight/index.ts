export type { Box, Claims, Finding, Millimetres, Place, PreflightOptions, PreflightRule } from './finding.js'
export { annotateProof, type ProofNote } from './proof/annotate-proof.js'
export { preflight, usualOptions, type PreflightResult } from './preflight.js'
