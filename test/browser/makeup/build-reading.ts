import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type BuildOptions } from '../../../src/pipeline/index.js'
import type { PageStatistics } from '../../../src/pipeline/page-statistics.js'

/** The reading PDF of a folder, with what was said and measured on the way; whoever asked for it removes `folder`. */
export interface BuiltReading {
  readonly folder: string
  readonly pdf: string
  /** `file:line:column rule message`. */
  readonly messages: readonly string[]
  readonly composition: PageStatistics
}

/** @throws Error with the messages when nothing was built */
export async function buildReading(root: string, options: Partial<BuildOptions> = {}): Promise<BuiltReading> {
  const folder = await mkdtemp(join(tmpdir(), 'kanben-reading-'))
  const { artefacts, files } = await build(
    { root, outDir: folder, only: ['reading'], ...options },
    {
      clock: { sourceDateEpoch: undefined, now: () => 0 },
      reporter: { stage: () => {}, detail: () => {} },
      signal: new AbortController().signal,
      browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'],
    },
  )
  const messages = files.flatMap((file) =>
    file.messages.map(
      ({ line, column, ruleId, reason }) => `${file.basename}:${line}:${column} ${ruleId} ${reason}`,
    ),
  )
  const find = (kind: string): string => {
    const found = artefacts.find((one) => one.kind === kind)
    if (found === undefined) throw new Error(`no ${kind}: ${messages.join('\n')}`)
    return found.path
  }
  const report = JSON.parse(await readFile(find('report'), 'utf8')) as { composition: PageStatistics }
  return { folder, pdf: find('reading'), messages, composition: report.composition }
}
