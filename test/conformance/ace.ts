import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '../../src/press/browser/index.js'

/**
 * A folder where `npm install @daisy/ace-cli @daisy/ace-core @daisy/ace-axe-runner-puppeteer` was run: Ace is 80 MB
 * that no other test needs, so it is no dependency.
 */
const folder = process.env['KANBEN_ACE']

/** Whether Ace can run; CI must have it, elsewhere its tests are skipped by name. */
export const hasAce = process.env['CI'] === 'true' || folder !== undefined

interface Report {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string }
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'dct:title': string }
      readonly 'earl:result': { readonly 'earl:outcome': string; readonly html?: string }
    }[]
  }[]
}

/** Violations that DAISY's Ace finds in a book, as `file rule: markup`. */
export async function ace(epub: Uint8Array): Promise<string[]> {
  if (folder === undefined) throw new Error('KANBEN_ACE names no folder with Ace in it')
  const work = await mkdtemp(join(tmpdir(), 'kanben-ace-'))
  try {
    await writeFile(join(work, 'book.epub'), epub)
    const { path } = await findBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
    const cli = join(folder, 'node_modules/@daisy/ace-cli/bin/ace.js')
    const options = ['-f', '-o', join(work, 'out'), join(work, 'book.epub')]
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: path }
    await promisify(execFile)(process.execPath, [cli, ...options], { env })
    const report = JSON.parse(await readFile(join(work, 'out/report.json'), 'utf8')) as Report
    return report.assertions.flatMap((subject) =>
      subject.assertions
        .filter((assertion) => assertion['earl:result']['earl:outcome'] !== 'pass')
        .map(
          (assertion) =>
            `${subject['earl:testSubject'].url} ${assertion['earl:test']['dct:title']}: ${assertion['earl:result'].html ?? ''}`,
        ),
    )
  } finally {
    await rm(work, { recursive: true })
  }
}
