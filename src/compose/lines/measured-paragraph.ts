import type { LineParagraph, LineSetting, LineStyle } from '../../issue/lines.js'
import type { Box } from './box.js'
import { innerWidth } from './character-class.js'
import { jointOf, type Joint } from './joint-of.js'
import { partsBetween } from './part-between.js'
import { isSentenceEnd, turnOf } from './turn-of.js'

/** Chromium's own space between Han and Latin text, in em. */
export const nativeAutospace = 0.125

/** CLREQ 3.5.3 and 3.5.4: the space between Han and Latin text may shrink to an eighth of an em, and grow to half. */
const narrowestJoint = 0.125
const widestJoint = 0.5
/** The same sections: a word space, may shrink to a quarter em and grow to half. */
const narrowestWordSpace = 0.25
const widestWordSpace = 0.5

/** A note call, and Latin text that ends in another sign (C++), take space only where a line needs it. */
const widestLoose = { call: 0.4, sign: 0.25 } as const

/** Em of a dash's square at each side of its ink, which may go. */
const slightest = 0.04

/** Px that no mark is wide: it is set by us. */
const unknown = -1

/**
 * A paragraph's boxes with their widths, summed up so that any line is measured at once. Lengths in px. One object serves
 * one paragraph after another, so that nothing is allocated for each.
 */
export class MeasuredParagraph {
  boxes: readonly Box[] = []
  readonly em: Float64Array
  /** Natural width: of two adjacent marks one is half (标点挤压). */
  readonly width: Float64Array
  /** What the browser gives the mark by itself. */
  readonly native: Float64Array
  /** That its blank half allows to take away. */
  readonly shrink: Float64Array
  /** That may be added: word spaces. */
  readonly stretch: Float64Array
  /** Space after the box that vanishes at a line's end, and how much more or less it may become: between Han and Latin. */
  readonly joint: Float64Array
  readonly jointStretch: Float64Array
  readonly jointShrink: Float64Array
  /** Of the hyphen that a line's end after the box shows. */
  readonly hyphen: Float64Array
  /** The box is a full-width mark. */
  readonly mark: Uint8Array
  /** When what it gives is taken: CLREQ's order, 0 first. */
  readonly turn: Uint8Array
  /** The browser makes the mark half by itself where it should: its font can. */
  readonly trims: Uint8Array
  /** Sums before each box: `width + joint`, shrink, stretch, and places where a line that grows parts characters. */
  readonly sums: {
    readonly width: Float64Array
    readonly shrink: Float64Array
    readonly stretch: Float64Array
    readonly places: Float64Array
  }

  /** @param longest number of boxes that a paragraph may have */
  constructor(longest: number) {
    const array = (): Float64Array => new Float64Array(longest + 1)
    this.em = array()
    this.width = array()
    this.native = array()
    this.shrink = array()
    this.stretch = array()
    this.joint = array()
    this.jointStretch = array()
    this.jointShrink = array()
    this.hyphen = array()
    this.mark = new Uint8Array(longest + 1)
    this.turn = new Uint8Array(longest + 1)
    this.trims = new Uint8Array(longest + 1)
    this.sums = { width: array(), shrink: array(), stretch: array(), places: array() }
  }

  /** @param widths px of each token */
  read(
    paragraph: LineParagraph,
    boxes: readonly Box[],
    styles: readonly LineStyle[],
    widths: readonly number[],
    setting: LineSetting,
  ): void {
    this.boxes = boxes
    this.#clear(boxes.length)
    for (let i = 0; i < boxes.length; i++) {
      const box = boxes[i]
      if (box === undefined) continue
      const size = styles[box.style]?.em ?? 0
      this.em[i] = this.width[i] = this.native[i] = size
      if (box.kind !== 'han' || box.tokens) this.#readBox(i, box, size, widths, paragraph)
    }
    for (let i = 0; i < boxes.length; i++) {
      const box = boxes[i]
      const next = boxes[i + 1]
      if (box && this.mark[i]) this.#readMark(i, box, widths, setting)
      if (box && next && box.kind !== next.kind)
        this.#readJoint(i, jointOf(box, next, paragraph.text, styles), setting)
    }
    this.#sumUp()
  }

  /** Most boxes are ideographs, of which nothing more is to be said than their em. */
  #clear(count: number): void {
    const { shrink, stretch, joint, jointStretch, jointShrink, hyphen, mark, turn, trims } = this
    for (const list of [shrink, stretch, joint, jointStretch, jointShrink, hyphen]) list.fill(0, 0, count)
    for (const list of [mark, turn, trims]) list.fill(0, 0, count)
  }

  #readBox(
    i: number,
    box: Box,
    size: number,
    widths: readonly number[],
    { pieces, give }: LineParagraph,
  ): void {
    const { tokens } = box
    const letters =
      box.kind === 'space' && tokens && tokens.twice >= 0
        ? (widths[tokens.twice] ?? 0) + (widths[tokens.withNext] ?? 0)
        : 0
    const own =
      (tokens ? (widths[tokens.own] ?? 0) : box.kind === 'piece' ? (pieces[box.piece] ?? 0) : size) - letters
    const isMark =
      box.kind === 'inner'
        ? innerWidth(box.text) !== undefined && (this.#isChinese(i - 1) || this.#isChinese(i + 1))
        : (box.kind === 'open' || box.kind === 'close') && own > 0.9 * size && own < 1.1 * size
    this.width[i] = this.native[i] = own
    this.mark[i] = isMark ? 1 : 0
    this.turn[i] = turnOf(box)
    if (tokens && tokens.hyphen >= 0) this.hyphen[i] = widths[tokens.hyphen] ?? 0
    if (box.kind === 'piece') this.shrink[i] = this.stretch[i] = give?.[box.piece] ?? 0
    if (box.kind !== 'space') return
    this.shrink[i] = Math.max(0, own - narrowestWordSpace * size)
    this.stretch[i] = Math.max(0, widestWordSpace * size - own)
  }

  #isChinese(at: number): boolean {
    const kind = this.boxes[at]?.kind
    return kind === 'han' || kind === 'open' || kind === 'close'
  }

  #readMark(i: number, box: Box, widths: readonly number[], setting: LineSetting): void {
    const size = this.em[i] ?? 0
    if (box.kind === 'inner') {
      this.width[i] = size * (innerWidth(box.text) ?? 1)
      return
    }
    this.trims[i] = (widths[box.tokens?.twice ?? -1] ?? Infinity) < 1.75 * size ? 1 : 0
    const at = box.kind === 'close' ? i + 1 : i - 1
    const beside = this.mark[at] === 1 ? this.boxes[at] : undefined
    const isPressed = beside !== undefined && (box.kind === 'open' || beside.kind !== 'open')
    const pair = (box.kind === 'close' ? box : beside)?.tokens?.withNext ?? -1
    const apart = size + (beside?.tokens ? (widths[beside.tokens.own] ?? 0) : 0)
    if (isPressed && (widths[pair] ?? Infinity) < apart - size / 4)
      this.native[i] = this.#followsPiece(i) ? unknown : size / 2
    const isHalf = isPressed || this.#endsDouble(i) || (setting.marks === 'kaiming' && !isSentenceEnd(box))
    if (isHalf) this.width[i] = size / 2
    else this.shrink[i] = size / 2
  }

  /** Among marks the first of which stands beside a piece: whether the browser presses them is not to be told from the marks. */
  #followsPiece(i: number): boolean {
    let first = i
    while (first > 0 && this.mark[first - 1]) first--
    return this.boxes[first - 1]?.kind === 'piece'
  }

  /** The second of ？！ or ！！, which take one em together; three take two (GB/T 15834—2011 §5.1.2). */
  #endsDouble(i: number): boolean {
    const isOf = (at: number): boolean => /^[？！]$/.test(this.boxes[at]?.text ?? '')
    return isOf(i) && isOf(i - 1) && !isOf(i - 2) && !isOf(i + 1)
  }

  #readJoint(i: number, joint: Joint | undefined, { autospace }: LineSetting): void {
    if (joint === undefined) return
    const size = this.em[joint === 'call' ? i + 1 : i] ?? 0
    if (joint === 'half') {
      const own = this.width[this.boxes[i]?.kind === 'western' ? i : i + 1] ?? 0
      this.joint[i] = Math.max(-slightest * size, (size / 2 - own) / 2)
      return
    }
    if (joint !== 'space') {
      this.jointStretch[i] = widestLoose[joint] * size
      return
    }
    this.joint[i] = autospace * size
    this.jointStretch[i] = (widestJoint - autospace) * size
    this.jointShrink[i] = Math.max(0, autospace - narrowestJoint) * size
  }

  #sumUp(): void {
    const { width, shrink, stretch, places } = this.sums
    width[0] = shrink[0] = stretch[0] = places[0] = 0
    for (let i = 0; i < this.boxes.length; i++) {
      width[i + 1] = (width[i] ?? 0) + (this.width[i] ?? 0) + (this.joint[i] ?? 0)
      shrink[i + 1] = (shrink[i] ?? 0) + (this.shrink[i] ?? 0) + (this.jointShrink[i] ?? 0)
      stretch[i + 1] = (stretch[i] ?? 0) + (this.stretch[i] ?? 0) + (this.jointStretch[i] ?? 0)
      const [box, next] = [this.boxes[i], this.boxes[i + 1]]
      const isPlace =
        box !== undefined && next !== undefined && partsBetween(box, next, this.jointStretch[i] ?? 0)
      places[i + 1] = (places[i] ?? 0) + (isPlace ? 1 : 0)
    }
  }
}
