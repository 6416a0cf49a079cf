/**
 * What composed lines cost a build of varied text: every step of a cold build, with the composer's lines beside the
 * browser's own, one build after the other.
 *
 *     npm run build && node bench/run.mjs lines-speed [pages] [builds of each] [folder for the PDFs]
 *
 * Prints medians in ms: of the clock, and in brackets of the processors, this process + the browser. Nothing here is a
 * test. The digest is of all lines: the same digest, the same lines.
 */
import { execFileSync } from 'node:child_process'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import type { StepTime, TimedBuild } from './timed-build.js'
import { variedArticles, writeVariedIssue } from './varied-issue.js'

const [pages = '200', builds = '3', folder = join(tmpdir(), 'kanben-lines-speed')] = process.argv.slice(2)
const kinds = ['browser', 'composer'] as const
type Kind = (typeof kinds)[number]

// As the command line is bundled, and as deep in the package.
const program = resolve('dist/bench/timed-build.js')
await build({
  entryPoints: [resolve('bench/timed-build.ts')],
  outdir: resolve('dist/bench'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  external: [
    '@sparticuz/chromium',
    'puppeteer',
    'subset-font',
    'fontverter',
    'epub-gen-memory',
    '@cwasm/jpeg-turbo',
  ],
  banner: {
    js: "import { createRequire as kanbenRequire } from 'node:module'; const require = kanbenRequire(import.meta.url);",
  },
})

const texts = variedArticles(Number(pages))
for (const by of kinds) writeVariedIssue(join(folder, by), texts, by)
const runs: Record<Kind, TimedBuild[]> = { browser: [], composer: [] }
const loads: number[] = []
for (let round = 0; round < Number(builds); round++) {
  for (const by of kinds) {
    loads.push(loadavg()[0] ?? 0)
    runs[by].push(timedBuild(by))
  }
}
console.log(
  `${pages} pages, ${builds} builds of each, ${cpus().length} cores, load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`,
)
const names = [
  ...new Set(kinds.flatMap((by) => runs[by].flatMap(({ steps }) => steps.map(({ step }) => step)))),
]
for (const name of names) printStep(name)
for (const by of kinds) {
  const { steps: _, ...rest } = runs[by][0] ?? {}
  console.log(by, JSON.stringify(rest))
}
const composing = ['before readParagraphs', 'readParagraphs', 'split', 'measureTokens', 'break', 'lockLines']
const galley = ['before measure', 'measure']
console.log(
  'composing and locking',
  both((run) => sum(run, [...composing, ...galley], 'wall')),
  'ms, galley included',
)
console.log(
  'split and break',
  both((run) => sum(run, ['split', 'break'], 'wall')),
  'ms',
)
console.log(
  'print',
  both((run) => sum(run, ['print'], 'wall')),
  'ms',
)
console.log(
  'whole',
  both((run) => run.steps.reduce((all, { wall }) => all + wall, 0)),
  'ms',
)

function timedBuild(by: Kind): TimedBuild {
  const out = execFileSync(process.execPath, [program, join(folder, by), join(folder, `${by}.pdf`)], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return JSON.parse(out) as TimedBuild // our own program's answer
}

function printStep(name: string): void {
  const cells = kinds.map((by) => {
    const found = runs[by].map(({ steps }) => steps.filter(({ step }) => step === name))
    if (found.every(({ length }) => length === 0)) return '–'
    const of = (key: Exclude<keyof StepTime, 'step'>): number =>
      median(found.map((steps) => steps.reduce((all, one) => all + (one[key] ?? 0), 0)))
    const calls =
      of('sent') > 0
        ? `, in page ${ms(of('inPage'))}, ${kb(of('sent'))} sent, ${kb(of('answered'))} back`
        : ''
    return `${ms(of('wall'))} (${ms(of('cpu'))} + ${ms(of('browserCpu'))})${calls}`
  })
  console.log(`${name.padEnd(22)} ${(cells[0] ?? '').padEnd(70)} ${cells[1]}`)
}

function sum({ steps }: TimedBuild, of: readonly string[], key: 'wall' | 'cpu'): number {
  return steps.reduce((all, step) => all + (of.includes(step.step) ? step[key] : 0), 0)
}

function both(value: (run: TimedBuild) => number): string {
  const [browser, composer] = kinds.map((by) => median(runs[by].map(value)))
  return `${ms(browser ?? 0)} → ${ms(composer ?? 0)}, difference ${ms((composer ?? 0) - (browser ?? 0))}`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function ms(value: number): string {
  return value.toFixed(0)
}

function kb(value: number): string {
  return `${(value / 1024).toFixed(0)} KB`
}
