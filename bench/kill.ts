/**
 * Kills the commands that write (SIGKILL) again and again at random moments, half of them while they write, and looks at what
 * is left each time. A whole run follows every fifth kill, and nothing else may be left then.
 *
 *     npm run build && node bench/run.mjs kill [kills] [seed] [build|archive|into]
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  outputProblems,
  outputsIn,
  runKilled,
  runWhole,
  storeProblems,
  writingCommands,
  type Outputs,
  type Run,
} from '../test/cli/killed-runs.js'

const kills = Number(process.argv[2] ?? 50)
let seed = Number(process.argv[3] ?? 1)
const only = process.argv[4]
const issue = path.join(import.meta.dirname, '../test/fixtures/tiny')

/** Mulberry32: a number from 0 to below 1. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

let failures = 0
for (const [key, command] of Object.entries(writingCommands)) {
  if (only !== undefined && only !== key) continue
  const root = await mkdtemp(path.join(tmpdir(), 'kanben-kill-'))
  const place = path.join(root, 'place')
  const isStore = command === writingCommands.into
  const references: Outputs[] = []
  const began = Date.now()
  for (const run of ['old', 'new'] as const) {
    await runWhole(command, issue, place, run)
    references.push(await outputsIn(place))
  }
  const duration = (Date.now() - began) / 2
  let killed = 0
  let unfinished = 0
  for (let round = 1; round <= kills; round += 1) {
    const run: Run = random() < 0.5 ? 'old' : 'new'
    const moment =
      round % 2 === 0
        ? ({ after: 'write', milliseconds: random() * 40 } as const)
        : ({ after: 'start', milliseconds: random() * duration } as const)
    if (await runKilled(command, issue, place, run, moment)) killed += 1
    const names = await readdir(place)
    if (names.some((name) => /^\.|^extensions$/u.test(name))) unfinished += 1
    const problems = isStore ? [] : outputProblems(await outputsIn(place), references)
    if (round % 5 === 0) {
      await runWhole(command, issue, place, run)
      if (isStore) problems.push(...(await storeProblems(place, 'tiny')))
      else {
        const left = (await readdir(place)).filter((name) => !references[0]?.has(name))
        problems.push(...left.map((name) => `${name} is left over`))
      }
    }
    for (const problem of problems) console.log(`${command.name}, kill ${round}: ${problem}`)
    failures += problems.length
  }
  console.log(
    `${command.name}: ${killed} killed, ${unfinished} while writing, a whole run ${Math.round(duration)} ms`,
  )
  await rm(root, { recursive: true })
}
console.log(failures === 0 ? 'whole every time' : `${failures} problems`)
process.exitCode = failures === 0 ? 0 : 1
