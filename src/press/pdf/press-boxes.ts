import { PT_PER_MM, PT_PER_PX, type PageGeometry } from '../../issue/index.js'

/** Left, bottom, right, top in points, in the coordinates of the sheet that was printed on. */
export type Rectangle = readonly [number, number, number, number]

export interface PressBoxes {
  readonly trim: Rectangle
  readonly bleed: Rectangle
  /** The whole sheet: the bleed box, or as much more as marks need. */
  readonly media: Rectangle
}

/** Room for marks and slug outside of the bleed, in mm. */
export const markRoomMm = 12

/** Boxes of a press page (ISO 32000-1, 14.11.2): the trim in the centre of the sheet, the bleed around it. */
export function pressBoxes(geometry: PageGeometry, hasMarks: boolean): PressBoxes {
  const width = geometry.trimWidthMm * PT_PER_MM
  const height = geometry.trimHeightMm * PT_PER_MM
  const left = (geometry.sheetWidth * PT_PER_PX - width) / 2
  const bottom = (geometry.sheetHeight * PT_PER_PX - height) / 2
  const around = (margin: number): Rectangle => [
    round(left - margin),
    round(bottom - margin),
    round(left + width + margin),
    round(bottom + height + margin),
  ]
  const bleed = geometry.bleedMm * PT_PER_MM
  return {
    trim: around(0),
    bleed: around(bleed),
    media: around(bleed + (hasMarks ? markRoomMm * PT_PER_MM : 0)),
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
