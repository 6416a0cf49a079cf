export type { Box, Claims, Finding, PreflightOptions, PreflightRule } from './finding.js'
export { preflight, usualOptions, type PreflightResult } from './preflight.js'
