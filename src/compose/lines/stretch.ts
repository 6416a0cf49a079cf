import {
  forcedBreak,
  type LineAdjustment,
  type LineParagraph,
  type PlannedLine,
  type PlannedLines,
} from '../../issue/lines.js'

/** What stands between two forced breaks of a paragraph: a paragraph of its own, with a last line of its own. */
export interface Stretch {
  readonly paragraph: LineParagraph
  /** UTF-16 units of the whole paragraph. */
  readonly from: number
}

/** Only the first stretch has the indent; a forced break ends the stretch before it. */
export function stretchesOf(paragraph: LineParagraph): Stretch[] {
  const { text } = paragraph
  if (!text.includes(forcedBreak)) return [{ paragraph, from: 0 }]
  const stretches: Stretch[] = []
  let pieces = 0
  for (let from = 0; from < text.length;) {
    const found = text.indexOf(forcedBreak, from)
    const to = found < 0 ? text.length : found + 1
    const own = text.slice(from, found < 0 ? to : found)
    const count = own.split('\ufffc').length - 1
    stretches.push({
      from,
      paragraph: {
        ...paragraph,
        text: own,
        runs: runsBetween(paragraph, from, to),
        pieces: paragraph.pieces.slice(pieces, pieces + count),
        give: paragraph.give?.slice(pieces, pieces + count),
        indent: from === 0 ? paragraph.indent : 0,
      },
    })
    pieces += count
    from = to
  }
  return stretches
}

function runsBetween({ runs }: LineParagraph, from: number, to: number): LineParagraph['runs'] {
  return runs.flatMap((run, i) =>
    run.from < to && (runs[i + 1]?.from ?? Infinity) > from
      ? [{ ...run, from: Math.max(0, run.from - from) }]
      : [],
  )
}

/** The plans of a paragraph's stretches as one; nothing when one of them has none. */
export function joinStretches(
  plans: readonly (Stretch & { readonly plan: PlannedLines | undefined })[],
): PlannedLines | undefined {
  const [first] = plans
  if (plans.length === 1) return first?.plan
  const breaks: number[] = []
  const forced: number[] = []
  const hyphens: number[] = []
  const adjustments: LineAdjustment[] = []
  const lines: PlannedLine[] = []
  for (const { from, paragraph, plan } of plans) {
    if (from > 0) {
      const begin = from + (/^[ \t\n\r\f]*/.exec(paragraph.text)?.[0].length ?? 0)
      breaks.push(begin)
      forced.push(begin)
    }
    // Between two forced breaks there may be nothing.
    if (paragraph.text === '') lines.push({ gap: 0 })
    else if (plan === undefined) return undefined
    if (plan === undefined) continue
    breaks.push(...plan.breaks.map((at) => at + from))
    hyphens.push(...plan.hyphens.map((at) => at + from))
    adjustments.push(...plan.adjustments.map((one) => ({ ...one, from: one.from + from, to: one.to + from })))
    lines.push(...plan.lines)
  }
  return { breaks, forced, hyphens, adjustments, lines }
}
