import { PDFDict, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { dictOf, entry, numberOf, numbersOf } from '../../object/read-object.js'
import { streamBytes } from '../../object/stream-bytes.js'
import { drawForm, drawObject, placePicture } from './draw-object.js'
import { applyParameters } from './graphics-state.js'
import type { Clip, Mark, Paint, Remark } from './mark.js'
import { multiply, readMatrix, type Matrix } from './matrix.js'
import { paintPath, pathPaintings } from './paint-path.js'
import { readOperations, type Operand } from './read-operations.js'
import { readInlinePicture } from './read-picture.js'
import { readShading } from './read-shading.js'
import { resourceOf } from './resource-of.js'
import { Scene, type FontShelf } from './scene.js'
import { setColour } from './set-colour.js'
import { showText } from './show-text.js'

/** Operators of a page, its forms counted each time they are drawn. */
const most = 3_000_000
/** States that a stream may save without restoring them. */
const mostSaved = 10_000
/** Patterns within patterns. */
const deepestPattern = 4
/** Marks within a tile that are looked at. */
const tileMarks = 2000

/**
 * Follows a content stream (ISO 32000-1, annex A) and keeps what it paints: which kind of mark, in which colour, where
 * on the page. Nothing is rendered. Damaged operands are read as a viewer would read them, as nothing or as zero.
 */
export class Interpreter {
  readonly #scene: Scene
  #operations = 0

  constructor(matrix: Matrix, clip: Clip, fonts: FontShelf, depth = 0) {
    this.#scene = new Scene(matrix, clip, fonts, depth)
  }

  get marks(): Mark[] {
    return this.#scene.marks
  }

  get remarks(): Remark[] {
    return this.#scene.remarks
  }

  get fonts(): FontShelf {
    return this.#scene.fonts
  }

  /** Damage in one object does not keep the rest of the page from being looked at. */
  guard(work: () => void): void {
    this.#scene.guard(work)
  }

  run(bytes: Uint8Array, resources: PDFDict | undefined): void {
    const { saved } = this.#scene
    readOperations(bytes, (operator, operands) => {
      this.#operations += 1
      if (this.#operations <= most) this.#operate(operator, operands, resources)
      else if (this.#operations === most + 1) this.#scene.remarks.push({ what: 'too-much' })
    })
    // A stream that forgets Q does not colour what follows it.
    this.#scene.unwind(saved)
  }

  /** A form (8.10), also the appearance of an annotation. */
  form(form: PDFStream, outer: PDFDict | undefined): void {
    drawForm(this.#scene, form, outer, (bytes, resources) => this.run(bytes, resources))
  }

  #operate(operator: string, operands: readonly Operand[], resources: PDFDict | undefined): void {
    const scene = this.#scene
    const { state } = scene
    const painting = pathPaintings.get(operator)
    if (painting) return paintPath(scene, painting)
    if (scene.path.operate(operator, state.matrix, operands)) return
    const [name] = operands
    switch (operator) {
      case 'q':
        if (scene.saved < mostSaved) scene.save()
        return
      case 'Q':
        return scene.restore()
      case 'cm':
        state.matrix = multiply(
          [
            numberAt(operands, 0),
            numberAt(operands, 1),
            numberAt(operands, 2),
            numberAt(operands, 3),
            numberAt(operands, 4),
            numberAt(operands, 5),
          ],
          state.matrix,
        )
        return
      case 'w':
        state.lineWidth = numberAt(operands, 0)
        return
      case 'gs': {
        const dict = dictOf(resourceOf(resources, 'ExtGState', name))
        if (dict) applyParameters(state, dict, (remark) => scene.remarks.push(remark))
        return
      }
      case 'W':
      case 'W*':
        scene.clipRule = operator === 'W' ? 'nonzero' : 'evenodd'
        return
      case 'Do':
        return drawObject(scene, resourceOf(resources, 'XObject', name), resources, (bytes, own) =>
          this.run(bytes, own),
        )
      case 'sh': {
        const paint = readShading(resourceOf(resources, 'Shading', name), resources, state.matrix)
        if (paint && state.clip)
          scene.marks.push({ kind: 'shading', paint, ...scene.painted(state.clip.box, 'fill') })
        return
      }
      case 'EI': {
        const [dictionary, bytes] = operands
        if (dictionary instanceof Map && bytes instanceof Uint8Array)
          placePicture(scene, readInlinePicture(dictionary, bytes, resources))
        return
      }
      case 'Tf':
        state.font = scene.font(resourceOf(resources, 'Font', name))
        state.fontSize = numberAt(operands, 1)
        return
      default: {
        const pattern = (object: PDFObject | undefined, under: Paint) =>
          this.#pattern(object, under, resources)
        if (!setColour(state, operator, operands, resources, pattern)) showText(scene, operator, operands)
      }
    }
  }

  /** 8.7: a tiling pattern is looked at as one tile, a shading pattern as its shading. */
  #pattern(object: PDFObject | undefined, under: Paint, resources: PDFDict | undefined): Paint | undefined {
    const { base, fonts, depth, remarks } = this.#scene
    const matrix = multiply(readMatrix(numbersOf(entry(object, 'Matrix'))), base)
    if (numberOf(entry(object, 'PatternType')) === 2)
      return readShading(entry(object, 'Shading'), resources, matrix)
    if (!(object instanceof PDFStream) || depth >= deepestPattern) return undefined
    const everywhere = [-Infinity, -Infinity, Infinity, Infinity] as const
    const clip: Clip = { parent: undefined, polygons: [], evenOdd: false, box: everywhere, isBox: true }
    const inner = new Interpreter(matrix, clip, fonts, depth + 1)
    const isUncoloured = numberOf(entry(object, 'PaintType')) === 2
    if (isUncoloured && under.space.base) {
      const { state } = inner.#scene
      state.fill = state.stroke = { space: under.space.base, values: under.values }
    }
    const own = entry(object, 'Resources')
    this.#scene.guard(() => inner.run(streamBytes(object).bytes, own instanceof PDFDict ? own : resources))
    remarks.push(...inner.remarks)
    const [first] = inner.marks
    return {
      space: first?.paint.space ?? under.space,
      values: first?.paint.values ?? [],
      tile: inner.marks.slice(0, tileMarks),
    }
  }
}

function numberAt(operands: readonly Operand[], at: number): number {
  const operand = operands[at]
  return typeof operand === 'number' ? operand : 0
}
