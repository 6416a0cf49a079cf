/**
 * Times the line composer alone on varied text of 200 pages, without a browser: widths are made up.
 *
 *     node bench/run.mjs compose-lines [rounds]
 *
 * Processor time of each round and of the best: a build has the first one, cold. The digest is of all plans: the same digest, the same lines.
 */
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import { composeLines, loadHyphenator, splitParagraphs } from '../src/compose/index.js'
import type { LineParagraph, LineSetting, LineStyle, LineToken } from '../src/issue/lines.js'
import { variedArticles } from './varied-issue.js'

const em = 14
const styles: readonly LineStyle[] = [
  { em, autospace: true, call: false, language: 'zh-Hans-CN', hyphens: true },
]
const hyphens = { word: 6, before: 3, after: 3 }
const setting: LineSetting = {
  by: 'composer',
  marks: 'half-at-end',
  hanging: 'needed',
  prohibition: 'strict',
  firstMark: 'flush',
  autospace: 0.125,
  hyphens,
}
const rounds = Number(process.argv[2] ?? 4)

const paragraphs = variedArticles(200).flat().map(paragraphOf)
const hyphenate = await loadHyphenator(styles, hyphens)

let splitting = Infinity
let breaking = Infinity
let plans: ReturnType<typeof composeLines> = []
for (let round = 0; round < rounds; round++) {
  const start = process.cpuUsage().user
  const split = splitParagraphs(paragraphs, styles, { hyphenate, prohibition: setting.prohibition })
  const middle = process.cpuUsage().user
  plans = composeLines(split, split.tokens.map(widthOf), setting)
  const end = process.cpuUsage().user
  console.log(`split ${ms(middle - start)}, break ${ms(end - middle)}`)
  splitting = Math.min(splitting, middle - start)
  breaking = Math.min(breaking, end - middle)
}
const lines = plans.reduce((sum, plan) => sum + (plan?.lines.length ?? 0), 0)
const digest = createHash('sha256').update(JSON.stringify(plans)).digest('hex').slice(0, 12)
console.log(
  `${paragraphs.length} paragraphs, ${lines} lines, split ${ms(splitting)}, break ${ms(breaking)}, ` +
    `${digest}, load ${loadavg()[0]?.toFixed(1)}`,
)

function ms(micros: number): string {
  return `${Math.round(micros / 1000)} ms`
}

function paragraphOf(markdown: string): LineParagraph {
  const pieces: number[] = []
  const text = markdown.replaceAll(/\{([^|}]*)\|[^}]*\}/gu, (_, base: string) => {
    pieces.push(base.length * em)
    return '\ufffc'
  })
  return { text, runs: [{ from: 0, style: 0 }], pieces, measure: 22 * em, indent: 2 * em }
}

/** Letters of different widths, marks of one em, pairs of marks pressed to one and a half. */
function widthOf({ text }: LineToken): number {
  if (/^[\u2014\u2026]+$/u.test(text)) return text.length * em
  if (text.charCodeAt(0) >= 0x2018) return text.length === 1 ? em : em * 1.5
  let width = 0
  for (const letter of text) width += (0.25 + (letter.charCodeAt(0) % 8) * 0.05) * em
  return width
}
