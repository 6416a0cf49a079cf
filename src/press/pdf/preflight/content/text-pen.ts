import type { Box } from '../finding.js'
import type { GraphicsState } from './graphics-state.js'
import { boxUnder, identity, multiply, type Matrix } from './matrix.js'
import type { Operand } from './read-operations.js'

/** Where a string of text stands, and how large. */
export interface ShownText {
  readonly box: Box
  /** Height of an em on the page, in points. */
  readonly size: number
  /** How many characters the font does not have. */
  readonly missing: number
}

/** The text object (ISO 32000-1, 9.4): its matrices, and what each showing operator covers. */
export class TextPen {
  private matrix: Matrix = identity
  private line: Matrix = identity

  /** Gives what was shown, when the operator shows anything. */
  operate(operator: string, operands: readonly Operand[], state: GraphicsState): ShownText | undefined {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands.map((operand) =>
      typeof operand === 'number' ? operand : 0,
    )
    switch (operator) {
      case 'BT':
        this.matrix = this.line = identity
        return undefined
      case 'Tm':
        this.matrix = this.line = [a, b, c, d, e, f]
        return undefined
      case 'TD':
        state.leading = -b
        return this.next(a, b)
      case 'Td':
        return this.next(a, b)
      case 'T*':
        return this.next(0, -state.leading)
      case 'TL':
        state.leading = a
        return undefined
      case 'Tc':
        state.characterSpace = a
        return undefined
      case 'Tw':
        state.wordSpace = a
        return undefined
      case 'Tz':
        state.stretch = a / 100
        return undefined
      case 'Ts':
        state.rise = a
        return undefined
      case 'Tr':
        state.renderMode = a
        return undefined
      case "'":
        this.next(0, -state.leading)
        return this.show(operands, state)
      case '"':
        state.wordSpace = a
        state.characterSpace = b
        this.next(0, -state.leading)
        return this.show(operands.slice(2), state)
      case 'Tj':
        return this.show(operands, state)
      case 'TJ':
        return this.show(Array.isArray(operands[0]) ? operands[0] : [], state)
      default:
        return undefined
    }
  }

  private next(x: number, y: number): undefined {
    this.matrix = this.line = multiply([1, 0, 0, 1, x, y], this.line)
    return undefined
  }

  private show(items: readonly Operand[], state: GraphicsState): ShownText | undefined {
    const { font, fontSize, stretch, rise } = state
    if (font === undefined) return undefined
    const { isVertical } = font
    let pen = 0
    let missing = 0
    let [first, last, left, right] = [Infinity, -Infinity, 0, 0]
    for (const item of items) {
      if (typeof item === 'number') pen -= (item / 1000) * fontSize
      if (!(item instanceof Uint8Array)) continue
      for (const glyph of font.glyphs(item)) {
        if (glyph.isMissing) missing += 1
        // A space leaves nothing on the page.
        if (!glyph.isSpace) {
          const from = isVertical ? pen : pen + glyph.left * fontSize
          const to = isVertical ? pen + glyph.advance * fontSize : pen + glyph.right * fontSize
          first = Math.min(first, from, to)
          last = Math.max(last, from, to)
          left = Math.min(left, glyph.left * fontSize)
          right = Math.max(right, glyph.right * fontSize)
        }
        pen += glyph.advance * fontSize + state.characterSpace + (glyph.isSpace ? state.wordSpace : 0)
      }
    }
    const onPage = multiply(this.matrix, state.matrix)
    const box: Box = isVertical
      ? [left * stretch, first + rise, right * stretch, last + rise]
      : [first * stretch, font.descent * fontSize + rise, last * stretch, font.ascent * fontSize + rise]
    const shown =
      first <= last
        ? { box: boxUnder(onPage, box), size: Math.abs(fontSize) * Math.hypot(onPage[2], onPage[3]), missing }
        : undefined
    this.matrix = multiply(isVertical ? [1, 0, 0, 1, 0, pen] : [1, 0, 0, 1, pen * stretch, 0], this.matrix)
    return shown
  }
}
