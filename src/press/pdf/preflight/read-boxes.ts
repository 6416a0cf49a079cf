import { PDFName, type PDFPage } from '@cantoo/pdf-lib'
import { numbersOf, numberOf, entry } from '../object/read-object.js'
import { millimetre, type Box, type Millimetres } from './finding.js'

/** Boxes of a page (ISO 32000-1, 14.11.2) as the page states them, or its parents do. */
export interface PageBoxes {
  readonly media: Box | undefined
  readonly crop: Box | undefined
  readonly bleed: Box | undefined
  readonly trim: Box | undefined
  /** Quarter turns clockwise, 0 to 3, when the page is shown. */
  readonly turns: number
  /** Points in a unit of the page (7.7.3.3, UserUnit). */
  readonly unit: number
}

export function readBoxes(page: PDFPage): PageBoxes {
  const inherited = (name: string) => {
    const found = page.node.getInheritableAttribute(PDFName.of(name))
    return found === undefined ? undefined : page.node.context.lookup(found)
  }
  const box = (name: string): Box | undefined => {
    const numbers = numbersOf(inherited(name))
    const [a = 0, b = 0, c = 0, d = 0] = numbers ?? []
    // Any two opposite corners make a rectangle (7.9.5).
    return numbers?.length === 4
      ? [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
      : undefined
  }
  const turns = Math.round((numberOf(inherited('Rotate')) ?? 0) / 90)
  return {
    media: box('MediaBox'),
    crop: box('CropBox'),
    bleed: box('BleedBox'),
    trim: box('TrimBox'),
    turns: ((turns % 4) + 4) % 4,
    unit: numberOf(entry(page.node, 'UserUnit')) ?? 1,
  }
}

/** Where a box stands on the page as it is shown. */
export function toMillimetres(box: Box, { trim, crop, media, turns, unit }: PageBoxes): Millimetres {
  const sheet = trim ?? crop ?? media ?? box
  const [left, bottom, right, top] = box
  const [west, south, east, north] = [left - sheet[0], bottom - sheet[1], sheet[2] - right, sheet[3] - top]
  // Distance of the box's edge from the sheet's, for the two edges that become left and top.
  const [x, y] = (
    [
      [west, north],
      [south, west],
      [east, south],
      [north, east],
    ] as const
  )[turns] ?? [west, north]
  const size = turns % 2 === 0 ? [right - left, top - bottom] : [top - bottom, right - left]
  const round = (points: number) => Math.round((points * unit * 10) / millimetre) / 10 || 0
  return { left: round(x), top: round(y), width: round(size[0] ?? 0), height: round(size[1] ?? 0) }
}

/** Grown on all sides, or shrunk by a negative length. */
export function grow([left, bottom, right, top]: Box, by: number): Box {
  return [left - by, bottom - by, right + by, top + by]
}

export function isWithin(inner: Box, outer: Box, tolerance: number): boolean {
  return (
    inner[0] >= outer[0] - tolerance &&
    inner[1] >= outer[1] - tolerance &&
    inner[2] <= outer[2] + tolerance &&
    inner[3] <= outer[3] + tolerance
  )
}
