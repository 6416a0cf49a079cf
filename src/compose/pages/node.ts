import type { TextFloat } from './text.js'

/** What a node of the search added to its parent. */
export type Step =
  | { readonly type: 'start' }
  | PageStep
  | ColumnStep
  | { readonly type: 'span'; readonly top: number; readonly noteLimit: number; readonly noteUsed: number }
  | { readonly type: 'float-page'; readonly floats: readonly TextFloat[] }
  | { readonly type: 'end' }

/** A page is begun. */
export interface PageStep {
  readonly type: 'page'
  readonly top: number
  /** End of the columns: above page floats at the bottom and the page's note area. */
  readonly bottom: number
  readonly tops: readonly TextFloat[]
  readonly bottoms: readonly TextFloat[]
  /** Units of the page's note area, when notes stand at the page's foot. */
  readonly area: number
}

/** A column is filled from the parent's `at` to the node's. */
export interface ColumnStep {
  readonly type: 'column'
  readonly column: number
  readonly top: number
  /** Units from `top` to the level that the band's columns end at; undefined when they are to be full. */
  readonly level: number | undefined
  readonly tops: readonly TextFloat[]
  readonly bottoms: readonly TextFloat[]
  readonly heres: readonly TextFloat[]
  /** Hundredths that the column's note area may grow to, and had before. */
  readonly noteLimit: number
  readonly noteUsed: number
}

/** A state of the search, linked to how it was reached. */
export interface Node {
  readonly parent: Node | undefined
  readonly step: Step
  /** The next slice. */
  readonly at: number
  /** Floats placed, by kind: figures × 4096 + tables. */
  readonly floats: number
  /** List of waiting notes. */
  readonly waiting: number
  readonly cost: number
  /** Greatest `ready` of the floats placed on the page: the page has to end after it. */
  readonly needs: number
  /** Units the last column ends above its foot, and the least of the page's last band. */
  readonly slack: number
  readonly minSlack: number
  /** Hundredths used by the note areas of the page's columns, when bands are still to follow. */
  readonly areas: readonly number[] | undefined
  /** Pages ended so far. */
  readonly page: number
  /** `minSlack` of the left page while the right page is filled; −1 when it does not matter. */
  readonly facing: number
}

const KINDS = 4096

/** Floats of a kind that are placed. */
export function placed(floats: number, kind: 0 | 1): number {
  return kind === 0 ? Math.floor(floats / KINDS) : floats % KINDS
}

/** The state after the next float of a kind is placed. */
export function place(floats: number, kind: 0 | 1): number {
  return kind === 0 ? floats + KINDS : floats + 1
}

/** Floats of both kinds that are placed. */
export function placedCount(floats: number): number {
  return Math.floor(floats / KINDS) + (floats % KINDS)
}

/** Index of the node of the same state at a column's end, or −1. */
export function indexOfState(
  nodes: readonly Node[],
  at: number,
  floats: number,
  waiting: number,
  slack: number,
  minSlack: number,
  needs: number,
): number {
  for (let i = 0; i < nodes.length; i += 1) {
    const other = nodes[i]
    if (
      other &&
      other.at === at &&
      other.slack === slack &&
      other.floats === floats &&
      other.waiting === waiting &&
      other.minSlack === minSlack &&
      other.needs === needs &&
      other.areas === undefined
    ) {
      return i
    }
  }
  return -1
}
