import type { LineParagraph, LineSetting, LineStyle, LineToken, PlannedLines } from '../../issue/lines.js'
import { composeLines, splitParagraphs } from './compose-lines.js'
import { isLoose, widestGap } from './line-statistics.js'
import { loadHyphenator, loadLastHyphenator } from './load-hyphenator.js'

/**
 * The lines of paragraphs. Those with a loose line in every ordinary solution are composed again
 * by the last resorts, which the others never see and never pay for.
 *
 * @param measure px of each token, in the styles of the paragraphs
 * @returns nothing for a paragraph that has no lines by our rules
 */
export async function planLines(
  paragraphs: readonly LineParagraph[],
  styles: readonly LineStyle[],
  setting: LineSetting,
  measure: (tokens: readonly LineToken[]) => Promise<readonly number[]>,
): Promise<(PlannedLines | undefined)[]> {
  const { hyphens, prohibition } = setting
  const hyphenate = hyphens ? await loadHyphenator(styles, hyphens) : undefined
  const split = splitParagraphs(paragraphs, styles, { hyphenate, prohibition })
  const plans = composeLines(split, await measure(split.tokens), setting)
  const isUnsolved = (plan: PlannedLines | undefined): boolean => plan === undefined || isLoose(plan)
  if (!plans.some(isUnsolved)) return plans
  const hyphenateAtLast = hyphens ? await loadLastHyphenator(styles, hyphens) : undefined
  const again = splitParagraphs(
    paragraphs.filter((_, i) => isUnsolved(plans[i])),
    styles,
    { hyphenate, hyphenateAtLast, prohibition },
  )
  const resorts = composeLines(again, await measure(again.tokens), setting, true)
  return plans.map((plan) => (isUnsolved(plan) ? tighterOf(plan, resorts.shift()) : plan))
}

/** The plan whose widest gap is the smaller one. */
function tighterOf(
  plan: PlannedLines | undefined,
  other: PlannedLines | undefined,
): PlannedLines | undefined {
  if (plan === undefined || other === undefined) return plan ?? other
  return widestGap(other) < widestGap(plan) ? other : plan
}
