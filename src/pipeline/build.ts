import type { VFile } from 'vfile'
import type { Context } from '../issue/index.js'
import { buildStatistics, type BuildStatistics } from './build-statistics.js'
import { makeIssue, type MakeIssueOptions } from './make-issue.js'
import { reportArtefact } from './report-artefact.js'
import { writeArtefacts, type WrittenArtefact } from './write-artefacts.js'

export interface BuildOptions extends MakeIssueOptions {
  readonly outDir: string
  /**
   * Gives the figures of pages and lines with the result, beside those of the pages that the browser would make. The first
   * stand in `report.json` in any case, the others only then.
   */
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
  const { clock } = context
  const started = clock.now()
  const { files, made } = await makeIssue({ ...options, compare: options.stats }, context)
  if (made === undefined) return { ok: false, files, artefacts: [], milliseconds: clock.now() - started }

  context.reporter.stage('write')
  const { prepared, reading, outputs } = made
  const statistics = buildStatistics(reading)
  const report = reportArtefact({
    issue: prepared.issue,
    pagination: reading.pagination,
    statistics,
    files,
    artefacts: outputs.files,
    folders: outputs.folders,
  })
  return {
    ok: true,
    files,
    artefacts: await writeArtefacts(options.outDir, [...outputs.files, report], outputs.folders),
    pages: reading.pagination.pageCount,
    stats: options.stats ? statistics : undefined,
    milliseconds: clock.now() - started,
  }
}
