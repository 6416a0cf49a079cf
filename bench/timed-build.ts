/** One build of a reading PDF in a process of its own, for `lines-speed`: prints what each step took, as JSON. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Context } from '../src/issue/index.js'
import { makeReading } from '../src/pipeline/make-reading.js'
import { prepare } from '../src/pipeline/prepare.js'
import { openBrowser, type BrowserSession } from '../src/press/index.js'
import { startCutting } from '../src/theme/index.js'

/** Of one step, in ms: of the clock, and of the processors in this process and in the browser's. */
export interface StepTime {
  readonly step: string
  readonly wall: number
  readonly cpu: number
  readonly browserCpu: number
  /** Within the page, for a call of its scripts. */
  readonly inPage?: number | undefined
  /** Characters of the script sent, and of its answer. */
  readonly sent?: number | undefined
  readonly answered?: number | undefined
}

export interface TimedBuild {
  readonly steps: readonly StepTime[]
  readonly printedBytes: number
  readonly bytes: number
  readonly textNodes: number
  readonly spans: number
  /** Structure elements of the file as printed. */
  readonly elements: number
  /** Of all lines: the same digest, the same breaks, hyphens and gaps. */
  readonly digest: string
}

type Page = Awaited<ReturnType<BrowserSession['page']>>

const [root = '', out = ''] = process.argv.slice(2)
const steps: StepTime[] = []
let group = 0
let last = mark()
const counts = { printedBytes: 0, textNodes: 0, spans: 0, elements: 0 }

/** What is done between two calls of the page is named after the call that follows. */
const before: Readonly<Record<string, string>> = {
  measureTokens: 'split',
  lockLines: 'break',
}

const context: Context = {
  clock: { sourceDateEpoch: 0, now: () => performance.now() },
  reporter: { stage: () => undefined, detail: () => undefined },
  signal: new AbortController().signal,
  browserPath: undefined,
}
startCutting()
const opened = openBrowser()
const session: BrowserSession = { ...opened, page: async () => instrument(await opened.page()) }
try {
  const { prepared } = await prepare(root, context)
  if (prepared === undefined) throw new Error('The issue has errors')
  step('prepare')
  const { bytes, composed } = await makeReading(prepared, session, context, {})
  step('finish')
  const lines = composed?.lines.flatMap(({ paragraphs }) =>
    paragraphs.map(({ plan }) => plan && [plan.breaks, plan.hyphens, plan.lines]),
  )
  writeFileSync(out, bytes)
  const digest = createHash('sha256').update(JSON.stringify(lines)).digest('hex').slice(0, 12)
  const result: TimedBuild = { steps, bytes: bytes.length, ...counts, digest }
  console.log(JSON.stringify(result))
} finally {
  await opened.close()
}

/** Closes a step that began when the one before ended. */
function step(name: string, more: Partial<StepTime> = {}): void {
  const now = mark()
  steps.push({
    step: name,
    wall: now.wall - last.wall,
    cpu: now.cpu - last.cpu,
    browserCpu: now.browserCpu - last.browserCpu,
    ...more,
  })
  last = now
}

function mark(): { wall: number; cpu: number; browserCpu: number } {
  const { user, system } = process.cpuUsage()
  return { browserCpu: browserTime(), cpu: (user + system) / 1000, wall: performance.now() }
}

/** Ms of processor time of the browser's processes, which are one group; in hundredths of a second, on Linux. */
function browserTime(): number {
  if (group === 0) return 0
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It ended.
    }
  }
  return ticks * 10
}

function instrument(page: Page): Page {
  group = page.browser().process()?.pid ?? 0
  const evaluate = page.evaluate.bind(page)
  const pdf = page.pdf.bind(page)
  const timed = async (script: unknown, ...args: unknown[]): Promise<unknown> => {
    const name =
      typeof script === 'string' ? /kanben(?:Galley|Makeup)\.(\w+)\([^)]/.exec(script)?.[1] : undefined
    if (typeof script !== 'string' || name === undefined)
      return evaluate(script as (...args: unknown[]) => unknown, ...args)
    step(before[name] ?? `before ${name}`)
    const answer = await evaluate(
      `globalThis.benchStart = performance.now(); Promise.resolve().then(() => { globalThis.benchEnd = performance.now() }); ${script}`,
    )
    const answered = String(answer).length
    step(name, { sent: script.length, answered })
    const inPage = Number(await evaluate('globalThis.benchEnd - globalThis.benchStart'))
    const done = steps.pop()
    if (done) steps.push({ ...done, inPage })
    last = mark()
    return answer
  }
  page.evaluate = timed as typeof page.evaluate
  page.pdf = async (options) => {
    step('before print')
    const found = await evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      let textNodes = 0
      while (walker.nextNode()) textNodes++
      return { textNodes, spans: document.querySelectorAll('.kb-l').length }
    })
    last = mark()
    const bytes = await pdf(options)
    step('print')
    counts.textNodes = found.textNodes
    counts.spans = found.spans
    counts.printedBytes = bytes.length
    counts.elements = Buffer.from(bytes).toString('latin1').split('/StructElem').length - 1
    last = mark()
    return bytes
  }
  return page
}
