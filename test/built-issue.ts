import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../../src/pipeline/index.js'

export interface BuiltSample {
  readonly pdf: Uint8Array
  readonly epub: Uint8Array
  readonly vertical: Uint8Array
}

/** Builds a folder of manuscripts as the command line does, with both settings of the ebook. */
export async function buildSample(folder: string): Promise<BuiltSample> {
  const work = await mkdtemp(join(tmpdir(), 'kanben-built-'))
  const [root, outDir] = [join(work, 'issue'), join(work, 'output')]
  try {
    await cp(folder, root, { recursive: true })
    const yaml = (await readFile(join(root, 'issue.yaml'), 'utf8')).replace(/^output:.*$/m, '')
    await writeFile(join(root, 'issue.yaml'), `${yaml}\noutput: { ebook: { vertical: true } }\n`)
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
    const read = async (end: string): Promise<Uint8Array> =>
      readFile(join(outDir, artefacts.find(({ name }) => name.endsWith(end))?.name ?? end))
    const vertical = await read('-vertical.epub')
    return { pdf: await read('.pdf'), vertical, epub: await read('.epub') }
  } finally {
    await rm(work, { recursive: true })
  }
}
