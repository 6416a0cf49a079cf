import type { BlockRole, BreakBefore } from '../../issue/index.js'

/** A strip as Chromium set it. All lengths in px down the galley. */
export interface NaturalSlice {
  readonly block: number
  readonly kind: 'line' | 'row' | 'block'
  readonly index: number
  readonly role: BlockRole
  /**
   * `grid`: a line whose height is whole units; `solid`: a block that is never cut; `flowing`: one strip of a run off
   * the grid.
   */
  readonly fit: 'grid' | 'solid' | 'flowing'
  /** Flowing strips of one number are one run. */
  readonly run?: number | undefined
  /** With the padding and border of the containers that begin and end at it. */
  top: number
  bottom: number
  /** Its own box. */
  readonly lineTop: number
  readonly lineBottom: number
  readonly span: boolean
  readonly containers: readonly number[]
  breakBefore: BreakBefore
  readonly notes: number[]
  hyphen?: boolean | undefined
  readonly characters?: number | undefined
}
