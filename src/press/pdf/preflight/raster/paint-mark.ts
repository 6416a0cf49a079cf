import type { Mark } from '../content/mark.js'
import { lets, type ClipMasks } from './clip-masks.js'
import { depositOf, type DepositAt } from './deposit-of.js'
import { fillPolygons, outlineStroke } from './fill-polygons.js'
import { pixelsIn } from './grid.js'
import type { Blend, Deposit, InkPlates } from './ink-plates.js'
import { depositsAlong } from './paint-shading.js'
import { depositsIn, type PictureProblem } from './paint-picture.js'

/** Lays a mark on the plates, but for text. Gives what is wrong with a picture. */
export async function paintMark(
  mark: Mark,
  plates: InkPlates,
  clips: ClipMasks,
): Promise<PictureProblem | undefined> {
  if (mark.kind === 'text') return undefined
  const { grid } = plates
  const at = await depositsOf(mark, plates)
  if (typeof at === 'string') return at
  const range = pixelsIn(mark.box, grid)
  const mask = clips.of(mark.clip)
  const blend = blendOf(mark.blendMode)
  const lay = (row: number, from: number, to: number) => {
    for (let column = from; column < to; column += 1) {
      if (mask && !lets(mask, row, column)) continue
      const found = at(column, row)
      if (found) plates.put(row * grid.columns + column, found.deposit, found.alpha * mark.alpha, blend)
    }
  }
  if (mark.kind === 'fill') fillPolygons(mark.polygons, mark.evenOdd, grid, range, lay)
  else if (mark.kind === 'stroke')
    fillPolygons(outlineStroke(mark.polygons, mark.width), false, grid, range, lay)
  else for (let row = range.bottom; row < range.top; row += 1) lay(row, range.left, range.right)
  return undefined
}

async function depositsOf(
  mark: Exclude<Mark, { kind: 'text' }>,
  plates: InkPlates,
): Promise<DepositAt | PictureProblem> {
  if (mark.kind === 'image') return depositsIn(mark, plates)
  const { shading, tile } = mark.paint
  if (shading) return depositsAlong(shading, mark.overprint, plates)
  // A tile counts as an area of its heaviest colour.
  const heaviest = tile && heaviestOf(tile, plates)
  const found = { deposit: heaviest ?? depositOf(mark, plates), alpha: 1 }
  return () => found
}

function heaviestOf(tile: readonly Mark[], plates: InkPlates): Deposit | undefined {
  const sum = ({ values }: Deposit) => values.reduce((total, value) => total + value, 0)
  return tile
    .filter(({ kind }) => kind !== 'image')
    .map((mark) => depositOf(mark, plates))
    .toSorted((a, b) => sum(b) - sum(a))[0]
}

/** Blend modes that add ink (ISO 32000-1, 11.3.5); the others are taken as Normal. */
function blendOf(mode: string): Blend {
  return mode === 'Multiply' || mode === 'ColorBurn' ? 'multiply' : mode === 'Darken' ? 'darken' : 'normal'
}
