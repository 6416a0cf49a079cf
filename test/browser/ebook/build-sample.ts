import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../../src/pipeline/index.js'

/** Builds a folder of manuscripts as the command line does, and gives the files by extension. */
export async function buildSample(root: string): Promise<{ pdf: Uint8Array; epub: Uint8Array }> {
  const outDir = await mkdtemp(join(tmpdir(), 'kanben-built-'))
  try {
    const { ok, files, artefacts } = await build(
      { root, outDir },
      {
        clock: { sourceDateEpoch: 0, now: () => 0 },
        reporter: { stage: () => {}, detail: () => {} },
        signal: new AbortController().signal,
        browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'],
      },
    )
    if (!ok) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'))
    const read = async (kind: string): Promise<Uint8Array> =>
      readFile(join(outDir, artefacts.find((artefact) => artefact.kind === kind)?.name ?? kind))
    return { pdf: await read('reading'), epub: await read('ebook') }
  } finally {
    await rm(outDir, { recursive: true })
  }
}
