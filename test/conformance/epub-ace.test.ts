import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { packageEbook } from '../../src/ebook/index.js'
import { findBrowser } from '../../src/press/browser/index.js'
import { specimen, specimenOptions } from '../unit/ebook/specimen.js'

/**
 * A folder where `npm install @daisy/ace-cli @daisy/ace-core @daisy/ace-axe-runner-puppeteer` was run: Ace is 80 MB
 * that no other test needs, so it is no dependency.
 */
const aceFolder = process.env['KANBEN_ACE']

interface Report {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string }
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'dct:title': string }
      readonly 'earl:result': { readonly 'earl:outcome': string; readonly html?: string }
    }[]
  }[]
}

/** Violations as `file rule: markup`. */
async function ace(folder: string, epub: Uint8Array): Promise<string[]> {
  const work = await mkdtemp(join(tmpdir(), 'kanben-ace-'))
  try {
    await writeFile(join(work, 'book.epub'), epub)
    const { path } = await findBrowser({ browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'] })
    const cli = join(folder, 'node_modules/@daisy/ace-cli/bin/ace.js')
    await promisify(execFile)(
      process.execPath,
      [cli, '-f', '-o', join(work, 'out'), join(work, 'book.epub')],
      {
        env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: path },
      },
    )
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

test.skipIf(!aceFolder)('Ace finds no violation', { timeout: 300_000 }, async () => {
  expect(await ace(aceFolder ?? '', await packageEbook(specimen, specimenOptions()))).toEqual([])
})

test.skipIf(!aceFolder)(
  'Ace is really asked: a picture without alternative text is refused',
  { timeout: 300_000 },
  async () => {
    const parts = specimen.parts.map((part) =>
      part.id === 'colophon' ? { ...part, content: { type: 'root' as const, children: [bareImage] } } : part,
    )
    const found = await ace(aceFolder ?? '', await packageEbook({ ...specimen, parts }, specimenOptions()))
    expect(found.join('\n')).toContain('colophon.xhtml image-alt')
  },
)

const bareImage = {
  type: 'element' as const,
  tagName: 'img',
  properties: { src: 'figures/growth.svg' },
  children: [],
}
