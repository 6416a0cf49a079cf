import { isLoose, lineStatistics, type LineStatistics } from '../compose/index.js'
import type { ComposedLines, ComposedParagraph } from './compose-lines.js'
import type { Reading } from './make-reading.js'
import type { NativeFigures } from '../press/index.js'
import { pageStatistics, type PageStatistics } from './page-statistics.js'

/** What `kanben build --stats` prints and `report.json` holds. */
export interface BuildStatistics extends PageStatistics {
  /** Absent when the lines are the browser's. */
  readonly lines?: LinesOfBuild | undefined
  /** The same figures of the pages that the browser would make; only when asked for. */
  readonly native?: NativeFigures | undefined
}

export interface LinesOfBuild extends LineStatistics {
  /** Paragraphs whose breaks had to be written into the text. */
  readonly held: number
  /** Paragraphs with a line looser than 0.06 em, for which there is no better solution, by place. */
  readonly loose: readonly string[]
  /** Paragraphs whose lines are the browser's, by place (`file:line:column`). */
  readonly left: readonly string[]
}

/** Figures of composed pages, from their plan: the same for the same manuscript. */
export function buildStatistics({ composed, native }: Reading): BuildStatistics | undefined {
  if (composed === undefined) return undefined
  const { plan, report, lines } = composed
  return {
    ...pageStatistics(plan, report),
    ...(native && { native }),
    ...(lines.length > 0 && { lines: linesOf(lines) }),
  }
}

function linesOf(rounds: readonly ComposedLines[]): LinesOfBuild {
  const paragraphs = latest(rounds.flatMap(({ paragraphs }) => paragraphs))
  const plans = paragraphs.flatMap(({ plan }) => plan ?? [])
  return {
    ...lineStatistics(plans),
    held: rounds.reduce((sum, { held }) => sum + held, 0),
    loose: paragraphs.filter(({ plan }) => plan && isLoose(plan)).map(placeText),
    left: paragraphs.filter(({ plan }) => plan === undefined).map(placeText),
  }
}

/** A paragraph with a page number in it is composed anew in a later round, and counted once. */
function latest(paragraphs: readonly ComposedParagraph[]): ComposedParagraph[] {
  const byPlace = new Map<unknown, ComposedParagraph>()
  for (const paragraph of paragraphs)
    byPlace.set(paragraph.place === undefined ? paragraph : placeText(paragraph), paragraph)
  return [...byPlace.values()]
}

function placeText({ place }: ComposedParagraph): string {
  return place === undefined ? '?' : `${place.file}:${place.line}:${place.column}`
}
