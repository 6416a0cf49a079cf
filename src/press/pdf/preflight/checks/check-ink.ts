import { inksOf, totalInk } from '../content/inks.js'
import type { Mark } from '../content/mark.js'
import { millimetre, type Box, type PageCheck, type Sighting } from '../finding.js'
import { ClipMasks, lets } from '../raster/clip-masks.js'
import { depositOf } from '../raster/deposit-of.js'
import { findRegions } from '../raster/find-regions.js'
import { gridOver, pixelsIn } from '../raster/grid.js'
import { InkPlates } from '../raster/ink-plates.js'
import { paintMark } from '../raster/paint-mark.js'
import { isVisible, paintsOf } from './paints-of.js'

/** Smaller places than this, in square millimetres, do not smear. */
const smallest = 1
/** Percent that rounding to 255 steps may add. */
const tolerance = 2
/** A page's places, heaviest first. */
const most = 12

/**
 * Total ink, from pixels: the page's marks are laid on plates of one pixel a point, in their order, knocking out or
 * overprinting what is beneath, pictures by their nearest pixel. Above the limit the sheets stick together. On the way
 * small black text is seen that knocks a gap into colour.
 *
 * Text counts as the boxes of its lines, and only where it makes too much ink; tiles and meshes as areas of their
 * heaviest colour; soft masks of the graphics state and blend modes that lighten are passed over; RGB and Lab count
 * as no ink, since only the printer's conversion knows theirs.
 */
export const checkInk: PageCheck = async ({ content, boxes }, { isForPress, options }) => {
  const sheet = boxes.bleed ?? boxes.trim ?? boxes.media
  if (!isForPress || sheet === undefined) return []
  const marks = content.marks.filter(isVisible)
  if (!marks.some((mark) => mark.kind !== 'text' && hasColour(mark)) && !marks.some(isHeavy)) return []
  const grid = gridOver(sheet)
  const plates = new InkPlates(grid)
  const clips = new ClipMasks(grid)
  const sightings: Sighting[] = []
  for (const mark of marks) {
    if (mark.kind === 'text') {
      if (isGap(mark, plates)) sightings.push({ rule: 'black-overprint', severity: 'warning', box: mark.box })
      layText(mark, plates, clips)
      continue
    }
    const problem = await paintMark(mark, plates, clips)
    const { box } = mark
    if (problem === 'damaged') sightings.push({ rule: 'image-readable', severity: 'error', box })
    else if (problem) sightings.push({ rule: 'ink-unknown', severity: 'info', box })
  }
  const least = smallest * (millimetre * grid.scale) ** 2
  const regions = findRegions(grid, plates.totals(), (options.ink + tolerance) * 2.55)
    .filter(({ size }) => size >= least)
    .toSorted((a, b) => b.peak - a.peak)
  for (const { box, peak } of regions.slice(0, most))
    sightings.push({
      rule: 'ink-limit',
      severity: 'error',
      box,
      detail: `> ${options.ink} %`,
      figure: `${Math.round(peak / 2.55)} %`,
    })
  return sightings

  function isHeavy(mark: Mark): boolean {
    return paintsOf(mark).some(({ space, values }) => {
      const inks = inksOf(space, values)
      return inks !== undefined && totalInk(inks) > options.ink
    })
  }

  function layText(mark: Mark, on: InkPlates, masks: ClipMasks): void {
    // Text that knocks out makes no more ink than its own.
    if (!mark.overprint && !isHeavy(mark)) return
    const deposit = depositOf(mark, on)
    const mask = masks.of(mark.clip)
    each(mark.box, (pixel, column, row) => {
      if (on.totalWith(pixel, deposit) > options.ink + tolerance && (!mask || lets(mask, row, column)))
        on.put(pixel, deposit, mark.alpha, 'normal')
    })
  }

  /** Black in one ink that clears colour beneath it. */
  function isGap(mark: Mark, on: InkPlates): boolean {
    if (mark.kind !== 'text' || mark.size > options.smallText || mark.blendMode !== 'Normal') return false
    const inks = inksOf(mark.paint.space, mark.paint.values)
    const isBlack = inks && inks.process[3] > 0.95 && totalInk(inks) <= 100 && inks.spots.size === 0
    const isKept = mark.overprint && (mark.overprintMode === 1 || mark.paint.space.names !== undefined)
    if (!isBlack || isKept) return false
    let [coloured, all] = [0, 0]
    each(mark.box, (pixel) => {
      all += 1
      if (on.isColoured(pixel)) coloured += 1
    })
    return coloured > all / 4
  }

  function each(box: Box, visit: (pixel: number, column: number, row: number) => void): void {
    const range = pixelsIn(box, grid)
    for (let row = range.bottom; row < range.top; row += 1)
      for (let column = range.left; column < range.right; column += 1)
        visit(row * grid.columns + column, column, row)
  }
}

/** Whether it may lay any ink but black. */
function hasColour(mark: Mark): boolean {
  if (mark.kind === 'image' && !mark.picture.isStencil) {
    const { space } = mark.picture
    return space === undefined || !['DeviceGray', 'CalGray'].includes(space.family)
  }
  return paintsOf(mark).some(({ space, values }) => {
    const inks = inksOf(space, values)
    return inks !== undefined && totalInk(inks) > inks.process[3] * 100
  })
}
