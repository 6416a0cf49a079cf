import type { VFile } from 'vfile'
import type { Context } from '../issue/index.js'
import { prepare } from './prepare.js'

export interface CheckResult {
  /** False when a message is fatal. */
  readonly ok: boolean
  readonly files: readonly VFile[]
}

/** Everything that can be said about an issue without printing it. */
export async function check(options: { readonly root: string }, context: Context): Promise<CheckResult> {
  const { files, prepared } = await prepare(options.root, context)
  return { ok: prepared !== undefined, files }
}
