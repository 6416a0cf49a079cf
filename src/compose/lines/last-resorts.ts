import type { MeasuredParagraph } from './measured-paragraph.js'

/**
 * Em by which ideographs may stand closer than solid. Their own side bearings are more than twice as much; CLREQ gives no
 * figure, and wants space taken before any is added (先挤压，后拉伸).
 */
export const tightest = 0.03

/** Em that a mark's blank half may grow by: the quarter-em space that compositors of metal type set there. */
const widestMark = 0.25

/**
 * What a paragraph gives and takes beyond CLREQ's order of line adjustment, where every solution within it leaves a line
 * loose. By box, px. One object serves one paragraph after another.
 */
export class LastResorts {
  /** That may be taken between an ideograph and what follows. */
  readonly tight: Float64Array
  /** That a mark's blank half may grow by. */
  readonly growth: Float64Array
  /** Sums before each box. */
  readonly sums: { readonly tight: Float64Array; readonly growth: Float64Array }

  /** @param longest number of boxes that a paragraph may have */
  constructor(longest: number) {
    const array = (): Float64Array => new Float64Array(longest + 1)
    this.tight = array()
    this.growth = array()
    this.sums = { tight: array(), growth: array() }
  }

  read({ boxes, mark, em, width }: MeasuredParagraph): void {
    const { tight, growth, sums } = this
    for (let i = 0; i < boxes.length; i++) {
      const size = em[i] ?? 0
      const kind = boxes[i]?.kind
      const isWhole = mark[i] === 1 && (width[i] ?? 0) > 0.9 * size
      tight[i] = kind === 'han' ? tightest * size : 0
      growth[i] = isWhole && (kind === 'open' || kind === 'close') ? widestMark * size : 0
      sums.tight[i + 1] = (sums.tight[i] ?? 0) + (tight[i] ?? 0)
      sums.growth[i + 1] = (sums.growth[i] ?? 0) + (growth[i] ?? 0)
    }
  }

  /** Most that a line of boxes `first` to `last` gives: nothing after its last one. */
  tightOf(first: number, last: number): number {
    return (this.sums.tight[last] ?? 0) - (this.sums.tight[first] ?? 0)
  }

  /** Most that the marks within a line take: those at its edges keep to them. */
  growthOf(first: number, last: number): number {
    return last > first ? (this.sums.growth[last] ?? 0) - (this.sums.growth[first + 1] ?? 0) : 0
  }
}
