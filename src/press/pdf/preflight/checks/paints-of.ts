import type { Mark, Paint } from '../content/mark.js'
import { coloursOf } from '../content/read-shading.js'

/** One flat colour. */
export type Flat = Pick<Paint, 'space' | 'values'>

/** The flat colours of a mark: one, or those along its shading, or those of its tile. None for the pixels of a picture. */
export function paintsOf(mark: Mark): Flat[] {
  if (mark.kind === 'image' && !mark.picture.isStencil) return []
  return flatten(mark.paint)
}

function flatten({ space, values, shading, tile }: Paint, depth = 0): Flat[] {
  if (shading) return coloursOf(shading).map((colour) => ({ space, values: colour }))
  if (tile)
    return depth > 2
      ? []
      : tile.flatMap((mark) => (mark.kind === 'image' ? [] : flatten(mark.paint, depth + 1)))
  return [{ space, values }]
}

/** Whether a mark is there to be seen. */
export function isVisible(mark: Mark): boolean {
  return mark.alpha > 0 && (mark.kind !== 'text' || mark.visible)
}
