import type { PDFDict } from '@cantoo/pdf-lib'
import { gray } from './colour-space.js'
import type { Clip, Paint, Remark } from './mark.js'
import { identity, type Matrix } from './matrix.js'
import { readFont, type FontUse } from './read-font.js'
import { entry, itemsOf, nameOf, numberOf } from '../../object/read-object.js'

/** The graphics state (ISO 32000-1, 8.4), as far as a printer asks about it. */
export interface GraphicsState {
  matrix: Matrix
  clip: Clip | undefined
  fill: Paint
  stroke: Paint
  lineWidth: number
  font: FontUse | undefined
  fontSize: number
  characterSpace: number
  wordSpace: number
  /** Horizontal scaling, 1 for 100 %. */
  stretch: number
  leading: number
  rise: number
  renderMode: number
  overprintFill: boolean
  overprintStroke: boolean
  overprintMode: number
  alphaFill: number
  alphaStroke: number
  blendMode: string
  isMasked: boolean
}

const black: Paint = { space: gray, values: [0] }

export function initialState(matrix: Matrix, clip: Clip): GraphicsState {
  return {
    matrix: matrix ?? identity,
    clip,
    fill: black,
    stroke: black,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    characterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    overprintFill: false,
    overprintStroke: false,
    overprintMode: 0,
    alphaFill: 1,
    alphaStroke: 1,
    blendMode: 'Normal',
    isMasked: false,
  }
}

/** A graphics state parameter dictionary (8.4.5), and what of it no press file should hold. */
export function applyParameters(state: GraphicsState, dict: PDFDict, remark: (remark: Remark) => void): void {
  const number = (key: string) => numberOf(entry(dict, key))
  const flag = (key: string) => {
    const value = entry(dict, key)
    return value === undefined ? undefined : value.toString() === 'true'
  }
  state.lineWidth = number('LW') ?? state.lineWidth
  const [font, size] = itemsOf(entry(dict, 'Font'))
  if (font !== undefined) {
    state.font = readFont(font)
    state.fontSize = numberOf(size) ?? 0
  }
  const stroke = flag('OP')
  state.overprintStroke = stroke ?? state.overprintStroke
  // OP without op speaks of both (table 58).
  state.overprintFill = flag('op') ?? stroke ?? state.overprintFill
  state.overprintMode = number('OPM') ?? state.overprintMode
  state.alphaStroke = number('CA') ?? state.alphaStroke
  state.alphaFill = number('ca') ?? state.alphaFill
  const blend = entry(dict, 'BM')
  if (blend !== undefined) state.blendMode = nameOf(blend) ?? nameOf(itemsOf(blend)[0]) ?? 'Normal'
  const mask = entry(dict, 'SMask')
  if (mask !== undefined) state.isMasked = nameOf(mask) !== 'None'
  const transfers = ['TR', 'TR2'].map((key) => entry(dict, key))
  const isChanged = transfers.some(
    (value) => value !== undefined && !['Identity', 'Default'].includes(nameOf(value) ?? ''),
  )
  if (isChanged) remark({ what: 'transfer-function' })
  const halftone = entry(dict, 'HT')
  if (halftone !== undefined && nameOf(halftone) !== 'Default') remark({ what: 'halftone' })
}
