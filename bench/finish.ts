/**
 * Finishing alone: the printed file of an issue becomes the reading PDF, and the press PDF, again and again in one process.
 *
 *     npm run build && node bench/run.mjs finish [issue folder] [times the issue's parts are repeated] [runs]
 *
 * Prints medians; nothing here is a test.
 */
import { cpus, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { assemble } from '../src/edition/index.js'
import type { Context, Part, Publication } from '../src/issue/index.js'
import type { Root } from 'hast'
import { prepare } from '../src/pipeline/prepare.js'
import { openDocument } from '../src/press/browser/index.js'
import { printDocument } from '../src/press/document/index.js'
import { makePressPdf, openBrowser } from '../src/press/index.js'
import { finishReading, loadPdf, readDestinations } from '../src/press/pdf/index.js'
import { printNative, readTagOrder } from '../src/press/print/index.js'
import { pageRules, render, subsetFaces } from '../src/theme/index.js'

const [folder = 'manuscript', times = '6', runs = '5'] = process.argv.slice(2)

const context: Context = {
  clock: { sourceDateEpoch: 0, now: () => performance.now() },
  reporter: { stage: () => undefined, detail: () => undefined },
  signal: new AbortController().signal,
  browserPath: undefined,
}
const { prepared } = await prepare(resolve(folder), context)
if (prepared === undefined) throw new Error('The issue has errors')
const { issue, theme, assets } = prepared
const publication = repeat(render(theme, assemble(issue, { edition: 'print' })), Number(times))
const document = printDocument({
  publication,
  css: theme.css.print,
  pageRules: pageRules(theme, publication),
  faces: await subsetFaces(theme, publication, { assets }),
  assets,
})
const session = openBrowser()
const page = await openDocument(session, document.files)
const printed = await printNative(page, { tagged: true })
const order = await readTagOrder(page)
const untagged = await printNative(page, { tagged: false })
await session.close()

const loads: number[] = []
const finishes: number[] = []
let size = 0
for (let run = 0; run < Number(runs); run += 1) {
  const start = performance.now()
  const file = await loadPdf(printed)
  const loaded = performance.now()
  const { pageCount, pageOf } = readDestinations(file)
  const pagination = {
    pageCount,
    pageOf,
    folios: Array.from({ length: pageCount }, (_, at) => String(at + 1)),
  }
  const { geometry } = theme
  const { outline } = document
  const tags = { sources: document.tagSources, order }
  const bytes = await finishReading(file, {
    publication,
    pagination,
    geometry,
    outline,
    tags,
    date: 0,
    producer: 'x',
  })
  loads.push(loaded - start)
  finishes.push(performance.now() - loaded)
  size = bytes.length
}
const faces = await subsetFaces(theme, publication, { assets })
const presses: number[] = []
for (let run = 0; run < Number(runs); run += 1) {
  const start = performance.now()
  await makePressPdf(
    { bytes: untagged, originals: new Map() },
    {
      publication,
      geometry: theme.geometry,
      faces,
      colours: theme.colours,
      setting: {},
      date: 0,
      producer: 'x',
    },
  )
  presses.push(performance.now() - start)
}
const pages = readDestinations(await loadPdf(printed)).pageCount
const memory = Math.round(process.memoryUsage().rss / 1e6)
console.log(
  `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${runs} runs, ${pages} pages, ${size} bytes, ${memory} MB`,
)
console.log(`load    ${median(loads)} s`)
console.log(`finish  ${median(finishes)} s`)
console.log(`press   ${median(presses)} s, loading and opening the profile included`)

function median(lengths: readonly number[]): string {
  return ((lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0) / 1000).toFixed(2)
}

/** The articles again and again, under other ids. */
function repeat(publication: Publication<Root>, times: number): Publication<Root> {
  const copy = (part: Part<Root>, round: number): Part<Root> => {
    const text = JSON.stringify(part).replaceAll(part.id, `${part.id}r${round}`)
    return round === 0 ? part : (JSON.parse(text) as Part<Root>)
  }
  const parts = Array.from({ length: times }, (_, round) =>
    publication.parts
      .filter((part) => round === 0 || part.kind === 'article')
      .map((part) => copy(part, round)),
  ).flat()
  return { ...publication, parts }
}
