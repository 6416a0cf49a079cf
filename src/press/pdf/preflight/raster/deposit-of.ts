import { inksOf } from '../content/inks.js'
import type { Mark } from '../content/mark.js'
import type { Deposit, InkPlates } from './ink-plates.js'

/** A colour for each pixel; none where nothing is painted. `alpha` is the pixel's own. */
export type DepositAt = (
  column: number,
  row: number,
) => { readonly deposit: Deposit; readonly alpha: number } | undefined

/** The colour of a flat paint; RGB and Lab, whose inks nobody knows yet, clear the plates. */
export function depositOf({ paint, overprint, overprintMode }: Mark, plates: InkPlates): Deposit {
  const { space, values } = paint
  return plates.prepare(
    inksOf(space, values),
    overprint,
    overprintMode === 1 && space.family === 'DeviceCMYK',
  )
}
