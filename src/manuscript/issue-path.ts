import type { PathProblem } from '../diagnostics/index.js'

/**
 * Reads a path as a manuscript writes it: relative to the issue's folder, with forward slashes. Steps like `./` and
 * `a/../` are taken out.
 *
 * @returns the plain path, or what keeps it from naming a file of the issue
 */
export function issuePath(written: string): { readonly path: string } | { readonly problem: PathProblem } {
  if (/^[a-z]:[\\/]/i.test(written)) return { problem: 'absolute' }
  if (/^[a-z][a-z\d+.-]*:/i.test(written) || /^[\\/]{2}/.test(written)) return { problem: 'remote' }
  if (/^[\\/]/.test(written)) return { problem: 'absolute' }
  if (written.includes('\\')) return { problem: 'backslash' }
  const steps: string[] = []
  for (const step of written.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return { problem: 'parent' }
  }
  return /^[a-z][a-z\d+.-]*:/i.test(steps[0] ?? '') ? { problem: 'remote' } : { path: steps.join('/') }
}
