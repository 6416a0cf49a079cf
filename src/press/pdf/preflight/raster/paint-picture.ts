import { PDFStream } from '@cantoo/pdf-lib'
import { kindOf } from '../content/colour-space.js'
import { inksOf } from '../content/inks.js'
import type { Mark, Picture } from '../content/mark.js'
import { invert, transform } from '../content/matrix.js'
import { numbersOf } from '../../object/read-object.js'
import { readPicture } from '../content/read-picture.js'
import type { Deposit, InkPlates } from './ink-plates.js'
import { depositOf, type DepositAt } from './deposit-of.js'
import { readPixels, type NoPixels, type Pixels } from './read-pixels.js'

/** Why the ink of a picture is not known. */
export type PictureProblem = NoPixels

/** Colours of a picture (ISO 32000-1, 8.9), pixel by pixel, the nearest of each; with its masks. */
export async function depositsIn(
  mark: Extract<Mark, { kind: 'image' }>,
  plates: InkPlates,
): Promise<DepositAt | PictureProblem> {
  const { picture, matrix } = mark
  const back = invert(matrix)
  const { grid } = plates
  if (back === undefined) return () => undefined
  const isKnown = picture.isStencil || (picture.space && kindOf(picture.space) === 'ink')
  const pixels = isKnown ? await readPixels(picture) : undefined
  if (typeof pixels === 'string') return pixels
  const alpha = await readAlpha(picture, pixels)
  const flat = { deposit: plates.prepare(undefined, false, false), alpha: 1 }
  const colour = pixels && (picture.isStencil ? stencil(mark, pixels, plates) : colours(mark, pixels, plates))
  return (column, row) => {
    const [u, v] = transform(
      back,
      grid.left + (column + 0.5) / grid.scale,
      grid.bottom + (row + 0.5) / grid.scale,
    )
    if (u < 0 || u >= 1 || v < 0 || v >= 1) return undefined
    const seen = alpha(u, 1 - v)
    if (seen <= 0) return undefined
    // RGB: nobody knows its inks yet, but it covers what is beneath.
    if (pixels === undefined || colour === undefined) return { ...flat, alpha: seen }
    const deposit = colour(Math.floor(u * pixels.width), Math.floor((1 - v) * pixels.height))
    return deposit && { deposit, alpha: seen }
  }
}

type ColourAt = (column: number, row: number) => Deposit | undefined

/** 8.9.6.2: 0 is painted, 1 is left alone, unless Decode turns them round. */
function stencil(mark: Mark, pixels: Pixels, plates: InkPlates): ColourAt {
  const deposit = depositOf(mark, plates)
  return (column, row) => (pixels.value(column, row, 0) < 0.5 ? deposit : undefined)
}

function colours(
  { picture, overprint }: Extract<Mark, { kind: 'image' }>,
  pixels: Pixels,
  plates: InkPlates,
): ColourAt {
  const { space } = picture
  const known = new Map<string, Deposit>()
  const components = Array.from({ length: pixels.components }, (_, at) => at)
  return (column, row) => {
    if (space === undefined) return undefined
    const key = components.map((component) => pixels.raw(column, row, component)).join()
    const found = known.get(key)
    if (found) return found
    const values = components.map((component) => pixels.value(column, row, component))
    const deposit = plates.prepare(inksOf(space, values), overprint, false)
    if (known.size < 100_000) known.set(key, deposit)
    return deposit
  }
}

/** How much of a picture is there, 0 to 1, from its soft mask (11.6.5.3), its mask or its masked colours (8.9.6). */
async function readAlpha(
  picture: Picture,
  pixels: Pixels | undefined,
): Promise<(u: number, v: number) => number> {
  const { softMask, mask } = picture
  const stream = softMask ?? (mask instanceof PDFStream ? mask : undefined)
  if (stream) {
    const shape = await readPixels(readPicture(stream, undefined))
    // A mask that cannot be read hides nothing.
    if (typeof shape === 'string') return () => 1
    return (u, v) => {
      const value = shape.value(Math.floor(u * shape.width), Math.floor(v * shape.height), 0)
      return softMask ? value : 1 - value
    }
  }
  const ranges = numbersOf(mask)
  if (ranges === undefined || pixels === undefined) return () => 1
  return (u, v) => {
    const [column, row] = [Math.floor(u * pixels.width), Math.floor(v * pixels.height)]
    const isMasked = Array.from({ length: pixels.components }, (_, at) => pixels.raw(column, row, at)).every(
      (value, at) => value >= (ranges[at * 2] ?? 0) && value <= (ranges[at * 2 + 1] ?? 0),
    )
    return isMasked ? 0 : 1
  }
}
