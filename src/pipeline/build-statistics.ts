import { lineStatistics, type LineStatistics } from '../compose/index.js'
import type { Place } from '../issue/index.js'
import type { ComposedLines } from './compose-lines.js'
import type { Reading } from './make-reading.js'
import { pageStatistics, type PageStatistics } from './page-statistics.js'

/** What `kanben build --stats` prints and `report.json` holds. */
export interface BuildStatistics extends PageStatistics {
  /** Absent when the lines are the browser's. */
  readonly lines?: LinesOfBuild | undefined
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
export function buildStatistics({ plan, report, lines }: NonNullable<Reading['composed']>): BuildStatistics {
  return { ...pageStatistics(plan, report), ...(lines.length > 0 && { lines: linesOf(lines) }) }
}

function linesOf(rounds: readonly ComposedLines[]): LinesOfBuild {
  return {
    ...lineStatistics(rounds.flatMap(({ lines }) => lines)),
    held: rounds.reduce((sum, { held }) => sum + held, 0),
    loose: rounds.flatMap(({ loose }) => loose).map(placeText),
    left: rounds.flatMap(({ left }) => left).map(placeText),
  }
}

function placeText(place: Place | undefined): string {
  return place === undefined ? '?' : `${place.file}:${place.line}:${place.column}`
}
