import type { VFile } from 'vfile'
import { hasErrors } from '../diagnostics/index.js'
import type { Artefact, Context } from '../issue/index.js'
import { openBrowser, type BrowserSession } from '../press/index.js'
import { buildStatistics, type BuildStatistics } from './build-statistics.js'
import { makeEbook } from './make-ebook.js'
import { makeReading, type Reading, type ReadingOptions } from './make-reading.js'
import { prepare, type PreparedIssue } from './prepare.js'
import { reportArtefact } from './report-artefact.js'
import { writeArtefacts, type WrittenArtefact } from './write-artefacts.js'

export type OutputKind = 'reading' | 'ebook'

export interface BuildOptions extends ReadingOptions {
  /** The issue's folder. */
  readonly root: string
  readonly outDir: string
  /** Builds these whatever `output` of `issue.yaml` says. */
  readonly only?: readonly OutputKind[] | undefined
  /** Gives the figures of pages and lines with the result. They stand in `report.json` in any case. */
  readonly stats?: boolean | undefined
}

export interface BuildResult {
  /** False when a message is fatal; nothing was written then. */
  readonly ok: boolean
  /** Every file that was looked at, with its messages. */
  readonly files: readonly VFile[]
  readonly artefacts: readonly WrittenArtefact[]
  /** Pages of the print edition. */
  readonly pages?: number | undefined
  /** Asked for by `stats`; absent for pages that the browser made. */
  readonly stats?: BuildStatistics | undefined
  readonly milliseconds: number
}

/**
 * Builds an issue: all its outputs, or none.
 *
 * @throws MachineError when the machine lacks a browser or a font package
 * @throws the signal's reason when it is aborted
 */
export async function build(options: BuildOptions, context: Context): Promise<BuildResult> {
  const { clock, signal } = context
  const started = clock.now()
  // The browser starts while the manuscripts are being read.
  const session = openBrowser({ browserPath: context.browserPath, signal })
  try {
    const { files, prepared } = await prepare(options.root, context)
    if (prepared === undefined)
      return { ok: false, files, artefacts: [], milliseconds: clock.now() - started }

    // The ebook names the pages of the print edition, so that print is always laid out.
    const reading = await makeReading(prepared, session, context, options)
    signal.throwIfAborted()
    const artefacts = await chosenArtefacts(options, prepared, reading, session, context)
    signal.throwIfAborted()
    if (hasErrors(files)) return { ok: false, files, artefacts: [], milliseconds: clock.now() - started }

    context.reporter.stage('write')
    const statistics = reading.composed && buildStatistics(reading.composed)
    const { pagination } = reading
    const report = reportArtefact({ issue: prepared.issue, pagination, statistics, files, artefacts })
    return {
      ok: true,
      files,
      artefacts: await writeArtefacts(options.outDir, [...artefacts, report]),
      pages: pagination.pageCount,
      stats: options.stats ? statistics : undefined,
      milliseconds: clock.now() - started,
    }
  } finally {
    await session.close()
  }
}

async function chosenArtefacts(
  { only }: BuildOptions,
  prepared: PreparedIssue,
  reading: Reading,
  session: BrowserSession,
  context: Context,
): Promise<Artefact[]> {
  const { id, output } = prepared.issue.metadata
  const chosen = only ?? (['reading', 'ebook'] as const).filter((kind) => output[kind])
  const artefacts: Artefact[] = []
  if (chosen.includes('reading')) artefacts.push({ kind: 'reading', name: `${id}.pdf`, bytes: reading.bytes })
  if (chosen.includes('ebook')) {
    artefacts.push(...(await makeEbook(prepared, reading, session, context)))
  }
  return artefacts
}
