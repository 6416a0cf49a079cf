import { readFile } from 'node:fs/promises'
import { profilePrintable, report } from '../diagnostics/index.js'
import type { Issue } from '../issue/index.js'
import { checkProfile } from '../press/index.js'

/** The printer's profile that the issue names. One that cannot be printed with is reported where it is named. */
export async function readPressProfile({ metadata, file }: Issue<unknown>): Promise<Uint8Array | undefined> {
  const named = metadata.output.pressSetting?.profile
  if (named === undefined) return undefined
  const bytes = new Uint8Array(await readFile(named.file))
  const problem = await checkProfile(bytes)
  if (problem === undefined) return bytes
  const { line, column } = named
  report(
    file,
    profilePrintable,
    { line, column },
    {
      path: named.path,
      kind: problem.kind,
      found: 'found' in problem ? problem.found : '',
    },
  )
  return undefined
}
