import type { VFile } from 'vfile'
import { hasErrors } from '../diagnostics/index.js'
import type { Context } from '../issue/index.js'
import { openBrowser, type BrowserSession } from '../press/index.js'
import { startCutting } from '../theme/index.js'
import { makeOutputs, type OutputKind, type Outputs } from './make-outputs.js'
import { makeReading, type Reading, type ReadingOptions } from './make-reading.js'
import { prepare, type PreparedIssue } from './prepare.js'

export interface MakeIssueOptions extends ReadingOptions {
  /** The issue's folder. */
  readonly root: string
  /** Makes these whatever `output` of `issue.yaml` says. */
  readonly only?: readonly OutputKind[] | undefined
  /** Puts the manuscripts and pictures into the reading PDF, which becomes PDF/A-3a. */
  readonly attachSources?: boolean | undefined
  /** Puts the press PDF into the archive as well. */
  readonly withPress?: boolean | undefined
}

/** An issue's outputs in memory. */
export interface MadeIssue {
  readonly prepared: PreparedIssue
  readonly reading: Reading
  readonly outputs: Outputs
}

const outputKinds: readonly OutputKind[] = ['reading', 'press', 'ebook', 'web', 'archive']

/**
 * Makes an issue's outputs without writing anything.
 *
 * @returns every file that was looked at, with its messages; nothing made when one of them is fatal
 * @throws MachineError when the machine lacks a browser or a font package
 * @throws the signal's reason when it is aborted
 */
export async function makeIssue(
  options: MakeIssueOptions,
  context: Context,
): Promise<{ readonly files: readonly VFile[]; readonly made: MadeIssue | undefined }> {
  const { signal } = context
  // The browser and the threads that cut fonts start while the manuscripts are being read.
  startCutting()
  const session = openBrowser({ browserPath: context.browserPath, signal })
  try {
    return await session.watch(() => makeWith(session, options, context))
  } finally {
    await session.close()
  }
}

async function makeWith(
  session: BrowserSession,
  options: MakeIssueOptions,
  context: Context,
): Promise<{ readonly files: readonly VFile[]; readonly made: MadeIssue | undefined }> {
  const { signal } = context
  const { files, prepared } = await prepare(options.root, context)
  if (prepared === undefined) return { files, made: undefined }

  // The other editions name the pages of the print edition, so that print is always laid out.
  const { output } = prepared.issue.metadata
  const chosen = options.only ?? outputKinds.filter((kind) => output[kind])
  const withPress = options.withPress ?? false
  const forPress = chosen.includes('press') || (withPress && chosen.includes('archive'))
  const reading = await makeReading(prepared, session, context, { ...options, forPress })
  signal.throwIfAborted()
  const { native = false, attachSources = false } = options
  const input = { prepared, reading, session, native, attachSources, withPress }
  const outputs = await makeOutputs(chosen, input, context)
  signal.throwIfAborted()
  return { files, made: hasErrors(files) ? undefined : { prepared, reading, outputs } }
}
