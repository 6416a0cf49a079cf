import type { LineSetting } from '../../issue/lines.js'
import { endsHalf, startsFlush } from './fit-line.js'
import type { MeasuredParagraph } from './measured-paragraph.js'

/** Pauses and stops of mainland publications, which stand at the beginning of their squares (CLREQ 3.1.7). */
const hanging = new Set('，。、；：．')

/**
 * What a line loses at its edges, by the box that it begins or ends with: spaces, the blank half of a mark, the space
 * beside Latin text. Px. One object serves one paragraph after another.
 */
export class LineEdges {
  readonly startCut: Float64Array
  readonly startShrink: Float64Array
  readonly endCut: Float64Array
  readonly endShrink: Float64Array
  readonly endStretch: Float64Array
  /** What the mark at the end gives when it hangs; 0 where it may not. */
  readonly hang: Float64Array
  /** The mark at the end hangs in any case. */
  readonly hung: Uint8Array

  /** @param longest number of boxes that a paragraph may have */
  constructor(longest: number) {
    const array = (): Float64Array => new Float64Array(longest + 1)
    this.startCut = array()
    this.startShrink = array()
    this.endCut = array()
    this.endShrink = array()
    this.endStretch = array()
    this.hang = array()
    this.hung = new Uint8Array(longest + 1)
  }

  read(paragraph: MeasuredParagraph, setting: LineSetting): void {
    const { boxes } = paragraph
    const count = boxes.length
    this.endCut.set(paragraph.joint.subarray(0, count))
    this.endShrink.set(paragraph.jointShrink.subarray(0, count))
    this.endStretch.set(paragraph.jointStretch.subarray(0, count))
    for (const list of [this.startCut, this.startShrink, this.hang, this.hung]) list.fill(0, 0, count)
    for (let i = 0; i < count; i++) {
      if (boxes[i]?.kind === 'han') continue
      this.#readStart(paragraph, i, setting)
      this.#readEnd(paragraph, i, setting)
    }
    if (boxes[0]?.kind !== 'space') return
    this.startCut[0] = (paragraph.width[0] ?? 0) + (paragraph.joint[0] ?? 0)
    this.startShrink[0] = paragraph.shrink[0] ?? 0
  }

  #readStart(paragraph: MeasuredParagraph, i: number, setting: LineSetting): void {
    if (!startsFlush(paragraph, i, setting)) return
    this.startCut[i] = (paragraph.width[i] ?? 0) - (paragraph.em[i] ?? 0) / 2
    this.startShrink[i] = paragraph.shrink[i] ?? 0
  }

  #readEnd(paragraph: MeasuredParagraph, i: number, setting: LineSetting): void {
    const { boxes, width, shrink, stretch, joint, em, hyphen } = paragraph
    this.endCut[i] = (joint[i] ?? 0) - (hyphen[i] ?? 0)
    if (boxes[i]?.kind === 'space' && i > 0) {
      this.endCut[i] = (width[i] ?? 0) + (joint[i] ?? 0) + (this.endCut[i - 1] ?? 0)
      this.endShrink[i] = (shrink[i] ?? 0) + (this.endShrink[i - 1] ?? 0)
      this.endStretch[i] = (stretch[i] ?? 0) + (this.endStretch[i - 1] ?? 0)
      return
    }
    let ending = width[i] ?? 0
    if (endsHalf(paragraph, i, setting)) {
      const half = (em[i] ?? 0) / 2
      this.endCut[i] = (this.endCut[i] ?? 0) + ending - half
      this.endShrink[i] = (this.endShrink[i] ?? 0) + (shrink[i] ?? 0)
      ending = half
    }
    if (setting.hanging === 'none' || !paragraph.mark[i] || !hanging.has(boxes[i]?.text ?? '')) return
    // Of marks side by side none hangs.
    if (paragraph.mark[i - 1]) return
    if (setting.hanging === 'needed') this.hang[i] = ending
    else {
      this.endCut[i] = (this.endCut[i] ?? 0) + ending
      this.hung[i] = 1
    }
  }
}
