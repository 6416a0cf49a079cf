import { PDFDict, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import type { Box } from '../finding.js'
import { applyGroup } from './apply-group.js'
import { readColourSpace } from './colour-space.js'
import { applyParameters, initialState, type GraphicsState } from './graphics-state.js'
import type { Clip, Mark, Paint, Picture, Remark } from './mark.js'
import { boxUnder, leastScale, multiply, type Matrix } from './matrix.js'
import { narrowClip } from './narrow-clip.js'
import { boxAround, meet, PathBuilder } from './path-builder.js'
import { readFont, type FontUse } from './read-font.js'
import { dictOf, entry, nameOf, numberOf, numbersOf } from '../../object/read-object.js'
import { readOperations, type Operand } from './read-operations.js'
import { readInlinePicture, readPicture } from './read-picture.js'
import { readShading } from './read-shading.js'
import { resourceOf } from './resource-of.js'
import { setColour } from './set-colour.js'
import { streamBytes } from '../../object/stream-bytes.js'
import { TextPen } from './text-pen.js'

/** Forms within forms. */
const deepest = 20
/** Operators of a page, its forms counted each time they are drawn. */
const most = 3_000_000
/** Marks within a tile that are looked at. */
const tileMarks = 2000

/** Fonts are read once for a file. */
export type FontShelf = Map<PDFObject, FontUse | undefined>

/**
 * Follows a content stream (ISO 32000-1, annex A) and keeps what it paints: which kind of mark, in which colour, where
 * on the page. Nothing is rendered. Damaged operands are read as a viewer would read them, as nothing or as zero.
 */
export class Interpreter {
  readonly marks: Mark[] = []
  readonly remarks: Remark[] = []
  private state: GraphicsState
  private stack: GraphicsState[] = []
  private path = new PathBuilder()
  private clipRule: 'nonzero' | 'evenodd' | undefined
  private pen = new TextPen()
  private operations = 0
  /** Where the coordinates of patterns begin: the page or the form. */
  private base: Matrix

  constructor(
    matrix: Matrix,
    clip: Clip,
    readonly fonts: FontShelf,
    private depth = 0,
  ) {
    this.state = initialState(matrix, clip)
    this.base = matrix
  }

  run(bytes: Uint8Array, resources: PDFDict | undefined): void {
    const depth = this.stack.length
    readOperations(bytes, (operator, operands) => {
      this.operations += 1
      if (this.operations <= most) this.operate(operator, operands, resources)
      else if (this.operations === most + 1) this.remarks.push({ what: 'too-much' })
    })
    // A stream that forgets Q does not colour what follows it.
    if (this.stack.length > depth) {
      this.state = this.stack[depth] ?? this.state
      this.stack.length = depth
    }
  }

  private operate(operator: string, operands: readonly Operand[], resources: PDFDict | undefined): void {
    const { state, path } = this
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands.map((operand) =>
      typeof operand === 'number' ? operand : 0,
    )
    switch (operator) {
      case 'q':
        if (this.stack.length < 10_000) this.stack.push({ ...state })
        return
      case 'Q':
        this.state = this.stack.pop() ?? state
        return
      case 'cm':
        state.matrix = multiply([a, b, c, d, e, f], state.matrix)
        return
      case 'w':
        state.lineWidth = a
        return
      case 'gs': {
        const parameters = resourceOf(resources, 'ExtGState', operands[0])
        const dict = dictOf(parameters)
        if (dict) applyParameters(state, dict, (remark) => this.remarks.push(remark))
        return
      }
      case 'W':
      case 'W*':
        this.clipRule = operator === 'W' ? 'nonzero' : 'evenodd'
        return
      case 'n':
        return this.paintPath(false, false)
      case 'f':
      case 'F':
      case 'f*':
        return this.paintPath(true, false, operator === 'f*')
      case 's':
        path.close()
        return this.paintPath(false, true)
      case 'S':
        return this.paintPath(false, true)
      case 'b':
      case 'b*':
        path.close()
        return this.paintPath(true, true, operator === 'b*')
      case 'B':
      case 'B*':
        return this.paintPath(true, true, operator === 'B*')
      case 'Do':
        return this.draw(resourceOf(resources, 'XObject', operands[0]), resources)
      case 'sh': {
        const paint = readShading(resourceOf(resources, 'Shading', operands[0]), resources, state.matrix)
        if (paint && state.clip) this.add({ kind: 'shading', paint, ...this.painted(state.clip.box, 'fill') })
        return
      }
      case 'EI': {
        const [dictionary, bytes] = operands
        if (dictionary instanceof Map && bytes instanceof Uint8Array)
          this.picture(readInlinePicture(dictionary, bytes, resources))
        return
      }
      case 'Tf': {
        const font = resourceOf(resources, 'Font', operands[0])
        state.font = this.font(font)
        state.fontSize = b
        return
      }
      default:
        if (path.operate(operator, state.matrix, operands)) return
        if (
          setColour(state, operator, operands, resources, (object, under) =>
            this.pattern(object, under, resources),
          )
        )
          return
        this.text(operator, operands)
    }
  }

  private text(operator: string, operands: readonly Operand[]): void {
    const shown = this.pen.operate(operator, operands, this.state)
    if (shown === undefined || this.state.font === undefined) return
    const { font, renderMode } = this.state
    const mode = renderMode % 4
    const which = mode === 1 ? 'stroke' : 'fill'
    const painted = this.within(shown.box, which)
    if (painted === undefined) return
    const { size, missing } = shown
    this.add({
      kind: 'text',
      paint: this.state[which],
      font,
      size,
      missing,
      visible: renderMode !== 3 && renderMode !== 7,
      ...painted,
    })
    if (mode === 2 && renderMode !== 7)
      this.add({ kind: 'text', paint: this.state.stroke, font, size, missing, visible: true, ...painted })
  }

  private paintPath(fills: boolean, strokes: boolean, evenOdd = false): void {
    const polygons = this.path.take()
    const box = boxAround(polygons)
    const { state } = this
    if (box && fills) {
      const painted = this.within(box, 'fill')
      if (painted) this.add({ kind: 'fill', paint: state.fill, polygons, evenOdd, ...painted })
    }
    if (box && strokes) {
      const width = state.lineWidth * leastScale(state.matrix)
      const half = width / 2
      const painted = this.within([box[0] - half, box[1] - half, box[2] + half, box[3] + half], 'stroke')
      if (painted) this.add({ kind: 'stroke', paint: state.stroke, polygons, width, ...painted })
    }
    if (this.clipRule) state.clip = narrowClip(state.clip, polygons, this.clipRule === 'evenodd')
    this.clipRule = undefined
  }

  private draw(object: PDFObject | undefined, resources: PDFDict | undefined): void {
    if (!(object instanceof PDFStream)) return
    const subtype = nameOf(entry(object, 'Subtype'))
    if (subtype === 'Image') this.picture(readPicture(object, resources))
    else if (subtype === 'PS') this.remarks.push({ what: 'postscript' })
    else if (subtype === 'Form') this.form(object, resources)
  }

  /** A form (8.10), also the appearance of an annotation. */
  form(form: PDFStream, outer: PDFDict | undefined): void {
    if (this.depth >= deepest) return
    const { state, base, pen, path } = this
    const group = entry(form, 'Group')
    this.stack.push({ ...state })
    const inner = this.state
    this.depth += 1
    inner.matrix = multiply(toMatrix(numbersOf(entry(form, 'Matrix'))), inner.matrix)
    this.base = inner.matrix
    const bounds = numbersOf(entry(form, 'BBox'))
    this.path = new PathBuilder()
    this.pen = new TextPen()
    if (bounds?.length === 4) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bounds
      this.path.rectangle(inner.matrix, x0, y0, x1 - x0, y1 - y0)
      inner.clip = narrowClip(inner.clip, this.path.take(), false)
    }
    const blend = entry(group, 'CS')
    const space = blend && readColourSpace(blend, outer)
    if (space) this.remarks.push({ what: 'blend-space', detail: space.family })
    const from = this.marks.length
    const whole = { alpha: inner.alphaFill, blendMode: inner.blendMode, isMasked: inner.isMasked }
    if (group) {
      // The group as a whole takes these (11.6.6); within it they begin anew.
      inner.alphaFill = inner.alphaStroke = 1
      inner.blendMode = 'Normal'
      inner.isMasked = false
    }
    this.guard(() => this.run(streamBytes(form).bytes, toDict(entry(form, 'Resources')) ?? outer))
    if (group) applyGroup(this.marks, from, whole)
    this.depth -= 1
    this.state = this.stack.pop() ?? state
    this.base = base
    this.pen = pen
    this.path = path
  }

  private picture(picture: Picture): void {
    const { matrix } = this.state
    const painted = this.within(boxUnder(matrix, [0, 0, 1, 1]), 'fill')
    const paint = picture.space ? { space: picture.space, values: [] } : this.state.fill
    if (painted) this.add({ kind: 'image', paint, picture, matrix, ...painted })
  }

  /** 8.7: a tiling pattern is looked at as one tile, a shading pattern as its shading. */
  private pattern(
    object: PDFObject | undefined,
    under: Paint,
    resources: PDFDict | undefined,
  ): Paint | undefined {
    const matrix = multiply(toMatrix(numbersOf(entry(object, 'Matrix'))), this.base)
    if (numberOf(entry(object, 'PatternType')) === 2)
      return readShading(entry(object, 'Shading'), resources, matrix)
    if (!(object instanceof PDFStream) || this.depth >= 4) return undefined
    const everywhere: Box = [-Infinity, -Infinity, Infinity, Infinity]
    const clip: Clip = { parent: undefined, polygons: [], evenOdd: false, box: everywhere, isBox: true }
    const inner = new Interpreter(matrix, clip, this.fonts, this.depth + 1)
    const isUncoloured = numberOf(entry(object, 'PaintType')) === 2
    if (isUncoloured && under.space.base) {
      inner.state.fill = { space: under.space.base, values: under.values }
      inner.state.stroke = inner.state.fill
    }
    this.guard(() => inner.run(streamBytes(object).bytes, toDict(entry(object, 'Resources')) ?? resources))
    this.remarks.push(...inner.remarks)
    const [first] = inner.marks
    return {
      space: first?.paint.space ?? under.space,
      values: first?.paint.values ?? [],
      tile: inner.marks.slice(0, tileMarks),
    }
  }

  private guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.remarks.push({ what: 'damaged', detail: error instanceof Error ? error.message : undefined })
    }
  }

  private within(box: Box, which: 'fill' | 'stroke') {
    const { clip } = this.state
    const shown = clip ? meet(box, clip.box) : box
    return shown && this.painted(shown, which)
  }

  private painted(box: Box, which: 'fill' | 'stroke') {
    const { state } = this
    return {
      box,
      clip: state.clip,
      alpha: which === 'fill' ? state.alphaFill : state.alphaStroke,
      blendMode: state.blendMode,
      isMasked: state.isMasked,
      overprint: which === 'fill' ? state.overprintFill : state.overprintStroke,
      overprintMode: state.overprintMode,
    }
  }

  private add(mark: Mark): void {
    this.marks.push(mark)
  }

  private font(object: PDFObject | undefined): FontUse | undefined {
    if (object === undefined) return undefined
    if (!this.fonts.has(object)) this.fonts.set(object, readFont(object))
    return this.fonts.get(object)
  }
}

function toMatrix(numbers: readonly number[] | undefined): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers?.length === 6 ? numbers : []
  return [a, b, c, d, e, f]
}

function toDict(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : undefined
}
