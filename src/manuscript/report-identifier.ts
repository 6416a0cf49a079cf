import type { VFile } from 'vfile'
import { identifierValid, report } from '../diagnostics/index.js'
import type { IdentifierProblem } from './identifiers.js'
import type { KeyPath, YamlRecord } from './yaml-record.js'

/** Reports an identifier that is written and not sound, at its value; whether the rest is sound or not. */
export function reportIdentifier(
  file: VFile,
  record: YamlRecord,
  path: KeyPath,
  kind: 'ISSN' | 'CN' | 'ORCID' | 'DOI',
  check: (value: string) => IdentifierProblem | undefined,
): void {
  const value = record.at(path)
  const problem = typeof value === 'string' ? check(value) : undefined
  if (typeof value !== 'string' || problem === undefined) return
  report(file, identifierValid, record.valuePlace(path), { kind, value, expected: problem.expected })
}
