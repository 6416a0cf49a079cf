import { readFile } from 'node:fs/promises'
import { VFile } from 'vfile'
import { hasErrors, pressRule, report } from '../diagnostics/index.js'
import { preflight, type PreflightResult } from '../press/index.js'

export interface CheckPressResult extends PreflightResult {
  /** False when a finding is an error. */
  readonly ok: boolean
  /** The file, with a message for each finding. */
  readonly files: readonly VFile[]
}

/**
 * Looks at a finished PDF, ours or another's, as a printer or a library would.
 *
 * @param path absolute
 * @param name as it was written, for messages
 */
export async function checkPress({
  path,
  name,
}: {
  readonly path: string
  readonly name: string
}): Promise<CheckPressResult> {
  const result = await preflight(new Uint8Array(await readFile(path)))
  const file = new VFile({ path: name })
  for (const { rule, severity, detail, places, more } of result.findings)
    report(file, pressRule(rule, severity), undefined, { detail, places, more })
  return { ...result, ok: !hasErrors([file]), files: [file] }
}
