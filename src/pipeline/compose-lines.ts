import { planLines } from '../compose/index.js'
import { lockLines, measureTokens, readParagraphs, type GalleyOptions } from '../galley/index.js'
import type { InPage, LineSetting, Place, PlannedLines } from '../issue/index.js'

/** What became of the paragraphs of some parts. */
export interface ComposedLines {
  readonly paragraphs: readonly ComposedParagraph[]
  /** Paragraphs whose breaks had to be written into the text. */
  readonly held: number
}

export interface ComposedParagraph {
  readonly place: Place | undefined
  /** Absent when the lines are the browser's: no solution, or the browser breaks them otherwise. */
  readonly plan: PlannedLines | undefined
}

/** Composes the lines of the parts and locks them in the document, before its galleys are measured. */
export async function composeAndLockLines(
  page: InPage,
  options: GalleyOptions,
  setting: LineSetting,
): Promise<ComposedLines> {
  const { paragraphs, styles } = await readParagraphs(page, options)
  const plans = await planLines(paragraphs, styles, setting, async (tokens) => measureTokens(page, tokens))
  const { held, failed } = await lockLines(page, plans)
  const isLeft = new Set(failed)
  return {
    paragraphs: paragraphs.map(({ place }, index) => ({
      place,
      plan: isLeft.has(index) ? undefined : plans[index],
    })),
    held,
  }
}
