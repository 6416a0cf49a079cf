import { composeLines, splitParagraphs } from '../compose/index.js'
import { lockLines, measureTokens, readParagraphs, type GalleyOptions } from '../galley/index.js'
import type { InPage, LineSetting, Place, PlannedLines } from '../issue/index.js'

/** What became of the paragraphs of some parts. */
export interface ComposedLines {
  readonly lines: readonly PlannedLines[]
  /** Places of paragraphs with a line looser than `loosest`: they have no better solution. */
  readonly loose: readonly (Place | undefined)[]
  /** Paragraphs whose breaks had to be written into the text. */
  readonly held: number
  /** Places of paragraphs whose lines are the browser's: no solution, or the browser breaks them otherwise. */
  readonly left: readonly (Place | undefined)[]
}

/** Em by which characters of a line may stand apart without a word. */
const loosest = 0.06

/** Composes the lines of the parts and locks them in the document, before its galleys are measured. */
export async function composeAndLockLines(
  page: InPage,
  options: GalleyOptions,
  setting: LineSetting,
): Promise<ComposedLines> {
  const { paragraphs, styles } = await readParagraphs(page, options)
  const split = splitParagraphs(paragraphs, styles)
  const plans = composeLines(split, await measureTokens(page, split.tokens), setting)
  const { held, failed } = await lockLines(page, plans)
  const kept = (index: number): boolean => plans[index] !== undefined && !failed.includes(index)
  const isLoose = (plan: PlannedLines): boolean => plan.lines.some(({ gap }) => gap > loosest)
  return {
    loose: plans.flatMap((plan, index) =>
      plan !== undefined && kept(index) && isLoose(plan) ? [paragraphs[index]?.place] : [],
    ),
    lines: plans.filter((plan, index): plan is PlannedLines => plan !== undefined && kept(index)),
    held,
    left: paragraphs.flatMap(({ place }, index) => (kept(index) ? [] : [place])),
  }
}
