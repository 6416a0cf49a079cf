import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context } from '../../src/issue/index.js'
import { build, type BuildOptions } from '../../src/pipeline/index.js'

/** Issues that a reading PDF is made of: the sample, and the real ones that `KANBEN_ISSUES` names. */
export const issues = [
  fileURLToPath(new URL('../../manuscript', import.meta.url)),
  ...(process.env['KANBEN_ISSUES'] ?? '').split(delimiter).filter((folder) => folder !== ''),
]

/** The reading PDF of an issue, built as the command builds it. */
export async function readingPdf(root: string, options: Partial<BuildOptions> = {}): Promise<Uint8Array> {
  const outDir = await mkdtemp(join(tmpdir(), 'kanben-reading-'))
  try {
    const { artefacts } = await build({ root, outDir, only: ['reading'], ...options }, context())
    const pdf = artefacts.find(({ kind }) => kind === 'reading')
    if (pdf === undefined) throw new Error(`${root} has errors`)
    return new Uint8Array(await readFile(pdf.path))
  } finally {
    await rm(outDir, { recursive: true })
  }
}

function context(): Context {
  return {
    clock: { sourceDateEpoch: undefined, now: () => 0 },
    reporter: { stage: () => {}, detail: () => {} },
    signal: new AbortController().signal,
    browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'],
  }
}
