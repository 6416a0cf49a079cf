import { createHash } from 'node:crypto'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from '../src/pipeline/index.js'
import { writeStressIssue } from './conformance/stress-issue.js'
import { shared } from './shared.js'

export interface BuiltIssue {
  readonly pdf: Uint8Array
  readonly epub: Uint8Array
  readonly vertical: Uint8Array
}

/** An issue as the command line builds it, once in a run of tests, with both settings of the ebook. */
export async function builtIssue(folder: string): Promise<BuiltIssue> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return readIssue(await shared(name, (work) => buildIssue(folder, work)))
}

/** The issue that is hard on pages and on readers, built once in a run of tests. */
export async function builtStressIssue(): Promise<BuiltIssue> {
  const made = await shared('stress', async (work) => {
    const folder = await writeStressIssue()
    await buildIssue(folder, work)
    await rm(folder, { recursive: true })
  })
  return readIssue(made)
}

async function buildIssue(folder: string, work: string): Promise<void> {
  const root = join(work, 'issue')
  await cp(folder, root, { recursive: true })
  const yaml = (await readFile(join(root, 'issue.yaml'), 'utf8')).replace(/^output:.*$/m, '')
  await writeFile(join(root, 'issue.yaml'), `${yaml}\noutput: { ebook: { vertical: true } }\n`)
  const { ok, files, artefacts } = await build(
    { root, outDir: join(work, 'output') },
    {
      clock: { sourceDateEpoch: 0, now: () => 0 },
      reporter: { stage: () => {}, detail: () => {} },
      signal: new AbortController().signal,
      browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'],
    },
  )
  if (!ok) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'))
  const end = { '.pdf': 'pdf', '-vertical.epub': 'vertical', '.epub': 'epub' }
  for (const [ending, as] of Object.entries(end)) {
    const found = artefacts.find(({ name }) => name.endsWith(ending))
    await cp(join(work, 'output', found?.name ?? ending), join(work, as))
  }
}

async function readIssue(work: string): Promise<BuiltIssue> {
  const read = async (name: string) => new Uint8Array(await readFile(join(work, name)))
  return { pdf: await read('pdf'), vertical: await read('vertical'), epub: await read('epub') }
}
