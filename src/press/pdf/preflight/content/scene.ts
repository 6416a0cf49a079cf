import type { PDFObject } from '@cantoo/pdf-lib'
import type { Box } from '../finding.js'
import { initialState, type GraphicsState } from './graphics-state.js'
import type { Clip, Mark, Remark } from './mark.js'
import type { Matrix } from './matrix.js'
import { meet, PathBuilder } from './path-builder.js'
import { readFont, type FontUse } from './read-font.js'
import { TextPen } from './text-pen.js'

/** Fonts are read once for a file. */
export type FontShelf = Map<PDFObject, FontUse | undefined>

/** What a content stream works on: the state it has come to, and the marks it has made. */
export class Scene {
  readonly marks: Mark[] = []
  readonly remarks: Remark[] = []
  state: GraphicsState
  path = new PathBuilder()
  pen = new TextPen()
  /** `W` or `W*` since the last path was painted. */
  clipRule: 'nonzero' | 'evenodd' | undefined
  readonly #stack: GraphicsState[] = []

  /**
   * @param base where the coordinates of patterns begin: the page or the form
   * @param depth how many forms and patterns this stands in
   */
  constructor(
    public base: Matrix,
    clip: Clip,
    readonly fonts: FontShelf,
    public depth: number,
  ) {
    this.state = initialState(base, clip)
  }

  /** States that wait to be restored. */
  get saved(): number {
    return this.#stack.length
  }

  save(): void {
    this.#stack.push({ ...this.state })
  }

  restore(): void {
    this.state = this.#stack.pop() ?? this.state
  }

  /** Restores what is saved beyond a count. */
  unwind(saved: number): void {
    if (this.#stack.length <= saved) return
    this.state = this.#stack[saved] ?? this.state
    this.#stack.length = saved
  }

  /** Damage in one object does not keep the rest of the page from being looked at. */
  guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.remarks.push({ what: 'damaged', detail: error instanceof Error ? error.message : undefined })
    }
  }

  font(object: PDFObject | undefined): FontUse | undefined {
    if (object === undefined) return undefined
    if (!this.fonts.has(object)) this.fonts.set(object, readFont(object))
    return this.fonts.get(object)
  }

  /** How a mark in this box is painted, as far as the clip shows it; absent when it shows nothing. */
  within(box: Box, which: 'fill' | 'stroke') {
    const { clip } = this.state
    const shown = clip ? meet(box, clip.box) : box
    return shown && this.painted(shown, which)
  }

  painted(box: Box, which: 'fill' | 'stroke') {
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
}
