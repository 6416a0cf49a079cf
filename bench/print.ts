/**
 * The whole build of an issue beside Chromium's bare print of the same HTML, each a cold process of its own.
 *
 *     npm run build && node bench/run.mjs print [issue folder] [times each article is repeated] [runs]
 *
 * Prints medians; nothing here is a test.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { assemble } from '../src/edition/index.js'
import type { Context } from '../src/issue/index.js'
import { prepare } from '../src/pipeline/prepare.js'
import { findBrowser } from '../src/press/index.js'
import { printDocument } from '../src/press/document/index.js'
import { pageRules, render, subsetFaces } from '../src/theme/index.js'

const [folder = 'manuscript', times = '5', runs = '5'] = process.argv.slice(2)
const work = mkdtempSync(join(tmpdir(), 'kanben-bench-'))
try {
  const issue = repeatIssue(resolve(folder), Number(times))
  const html = await writeHtml(issue)
  const { path } = await findBrowser()
  const cli = resolve('dist/bin/kanben.js')
  const out = join(work, 'out')
  const build = (...options: string[]) =>
    median(() =>
      execFileSync(process.execPath, [cli, 'build', issue, '--only', 'reading', '--out', out, ...options], {
        stdio: 'ignore',
      }),
    )
  const native = build('--native')
  const raw = median(() =>
    execFileSync(process.execPath, ['--input-type=module', '-e', rawPrint(path, html)]),
  )
  console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${runs} runs, medians`)
  console.log(`raw Chromium   ${(raw / 1000).toFixed(2)} s  ${statSync(join(work, 'raw.pdf')).size} bytes`)
  console.log(`native build   ${(native / 1000).toFixed(2)} s`)
  console.log(`kanben build   ${(build() / 1000).toFixed(2)} s`)
} finally {
  rmSync(work, { recursive: true, force: true })
}

function median(run: () => unknown): number {
  const lengths = Array.from({ length: Number(runs) }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0
}

/** A copy of the issue in which every article stands several times. */
function repeatIssue(source: string, times: number): string {
  const target = join(work, 'issue')
  cpSync(source, target, { recursive: true })
  const yaml = parseDocument(readFileSync(join(source, 'issue.yaml'), 'utf8'))
  const contents = (
    yaml.toJS() as { contents: { section: string; articles: (string | { file: string })[] }[] }
  ).contents
  const repeated = contents.map(({ section, articles }) => ({
    section,
    articles: Array.from({ length: times }, (_, round) =>
      articles.map((entry) => {
        const file = typeof entry === 'string' ? entry : entry.file
        if (round === 0) return file
        const copy = file.replace(/\.md$/, `-r${round}.md`)
        cpSync(join(source, file), join(target, copy))
        return copy
      }),
    ).flat(),
  }))
  yaml.set('contents', repeated)
  writeFileSync(join(target, 'issue.yaml'), String(yaml))
  return target
}

/** The HTML that the build prints, as files. */
async function writeHtml(root: string): Promise<string> {
  const context: Context = {
    clock: { sourceDateEpoch: 0, now: () => performance.now() },
    reporter: { stage: () => undefined, detail: () => undefined },
    signal: new AbortController().signal,
    browserPath: undefined,
  }
  const { prepared } = await prepare(root, context)
  if (prepared === undefined) throw new Error('The issue has errors')
  const { issue, theme, assets } = prepared
  const publication = render(theme, assemble(issue, { edition: 'print' }))
  const { files } = printDocument({
    publication,
    css: theme.css.print,
    pageRules: pageRules(theme, publication),
    faces: await subsetFaces(theme, publication, { assets }),
    assets,
  })
  const html = join(work, 'html')
  mkdirSync(html)
  for (const [name, content] of files)
    writeFileSync(join(html, name), typeof content === 'function' ? content() : content)
  return join(html, 'index.html')
}

/** Chromium as one would call it by hand: launch, load, print, close. */
function rawPrint(executablePath: string, html: string): string {
  return `import puppeteer from 'puppeteer'
    import { writeFileSync } from 'node:fs'
    const browser = await puppeteer.launch({ executablePath: ${JSON.stringify(executablePath)}, headless: 'shell', pipe: true, args: ['--no-sandbox'] })
    const page = await browser.newPage()
    await page.goto(${JSON.stringify(`file://${html}`)})
    writeFileSync(${JSON.stringify(join(work, 'raw.pdf'))}, await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: 0 }))
    await browser.close()`
}
