import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { assemble } from '../../../src/edition/index.js'
import type { Context } from '../../../src/issue/index.js'
import { prepare } from '../../../src/pipeline/prepare.js'
import { openDocument } from '../../../src/press/browser/index.js'
import { printDocument } from '../../../src/press/document/index.js'
import { openBrowser } from '../../../src/press/index.js'
import { finishReading, loadPdf, readDestinations, type FinishingJob } from '../../../src/press/pdf/index.js'
import { savePdf } from '../../../src/press/pdf/save-pdf.js'
import { setBoxes } from '../../../src/press/pdf/set-boxes.js'
import { printNative, readTagOrder } from '../../../src/press/print/index.js'
import { pageRules, render, subsetFaces } from '../../../src/theme/index.js'

const context: Context = {
  clock: { sourceDateEpoch: 0, now: () => 0 },
  reporter: { stage: () => undefined, detail: () => undefined },
  signal: new AbortController().signal,
  browserPath: process.env['PUPPETEER_EXECUTABLE_PATH'],
}

/** The sample issue as the browser printed it, and as it was finished. */
const files = (async () => {
  const { prepared } = await prepare(fileURLToPath(new URL('../../../manuscript', import.meta.url)), context)
  if (prepared === undefined) throw new Error('the sample issue has errors')
  const { issue, theme, assets } = prepared
  const publication = render(theme, assemble(issue, { edition: 'print' }))
  const faces = await subsetFaces(theme, publication, { assets })
  const rules = pageRules(theme, publication)
  const document = printDocument({ publication, css: theme.css.print, pageRules: rules, faces, assets })
  const session = openBrowser({ browserPath: context.browserPath })
  const page = await openDocument(session, document.files)
  const printed = await printNative(page, { tagged: true })
  const order = await readTagOrder(page)
  await session.close()
  const file = await loadPdf(printed)
  const { pageCount, pageOf } = readDestinations(file)
  const job: FinishingJob = {
    publication,
    pagination: { pageCount, pageOf, folios: Array.from({ length: pageCount }, (_, at) => String(at + 1)) },
    geometry: theme.geometry,
    outline: document.outline,
    tags: { sources: document.tagSources, order },
    date: 0,
    producer: 'Kanben test',
  }
  const finished = await finishReading(file, job)
  // Only trimmed: the browser prints on a larger sheet.
  const trimmed = await loadPdf(printed)
  await setBoxes(trimmed, job)
  return { printed, trimmed: await savePdf(trimmed), finished }
})()

/** Everything painted as text, page by page in the order of its painting, running heads among it. */
async function paintedText(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true })
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC'),
    )
  }
  await task.destroy()
  return pages
}

test('finishing changes no character', { timeout: 120_000 }, async () => {
  const { printed, finished } = await files
  const text = await paintedText(finished)
  expect(text.join('').length).toBeGreaterThan(10_000)
  expect(text).toEqual(await paintedText(printed))
})

const hasPoppler = process.env['CI'] === 'true' || spawnSync('pdftoppm', ['-v']).error === undefined

test.skipIf(!hasPoppler)('finishing changes no pixel', { timeout: 240_000 }, async () => {
  const { trimmed, finished } = await files
  const [before, after] = [await draw(trimmed), await draw(finished)]
  expect(before.length).toBeGreaterThan(20)
  expect(after.map((page, at) => page.equals(before[at] ?? Buffer.alloc(0)))).toEqual(before.map(() => true))
})

/** Pages at 50 pixels an inch, as poppler draws them. */
async function draw(bytes: Uint8Array): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kanben-draw-'))
  try {
    await writeFile(join(folder, 'file.pdf'), bytes)
    await promisify(execFile)('pdftoppm', ['-r', '50', join(folder, 'file.pdf'), join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ppm')).toSorted()
    return await Promise.all(names.map(async (name) => readFile(join(folder, name))))
  } finally {
    await rm(folder, { recursive: true })
  }
}
