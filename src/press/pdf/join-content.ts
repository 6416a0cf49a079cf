import type { PDFRef } from '@cantoo/pdf-lib'
import type { Marks, Sequence, Stretch } from './marked-content.js'
import type { MarkedContent, StructureNode } from './structure-node.js'

/** One sequence that goes on as far as another: from the end of the first to the beginning of the last, both operators within. */
export type Joint = Stretch & { readonly ends: Stretch; readonly begins: Stretch }

/**
 * Gives text that was painted between two marked sequences of one element, and left unmarked, to this element: the sequences
 * become one. Make-up hides such text from the browser's tags, for each of its pieces would be a tag of its own.
 *
 * @param joined by index of tag source: how many stretches of text make-up hid in it
 * @returns what is to be joined in the content, by page or form
 * @throws Error when there are not as many as that
 */
export function joinContent(
  nodes: ReadonlyMap<number, StructureNode>,
  joined: ReadonlyMap<number, number>,
  marksOf: (holder: PDFRef) => Marks | undefined,
): Map<PDFRef, Joint[]> {
  const joints = new Map<PDFRef, Joint[]>()
  const indices = new Map<PDFRef, Map<number, number>>()
  for (const [source, count] of joined) {
    const node = nodes.get(source)
    let found = 0
    let last: MarkedContent | undefined
    const children = (node?.children ?? []).filter((child) => {
      const before = last
      last = child.kind === 'content' ? child : undefined
      const joint = before && last && jointBetween(before, last)
      if (joint === undefined) return true
      found++
      const holder = before?.stream ?? before?.page
      if (holder) joints.set(holder, [...(joints.get(holder) ?? []), joint])
      return false
    })
    if (found !== count)
      throw new Error(`Tag ${source} has ${found} hidden stretches of text instead of ${count}`)
    if (node) node.children = children
  }
  return joints

  function jointBetween(before: MarkedContent, after: MarkedContent): Joint | undefined {
    const holder = before.stream ?? before.page
    if (holder !== (after.stream ?? after.page)) return undefined
    const marks = marksOf(holder)
    const first = sequence(holder, marks, before.mcid)
    const second = sequence(holder, marks, after.mcid)
    if (marks === undefined || first === undefined || second === undefined) return undefined
    if (second.at !== first.at + 1) return undefined
    const { start, end } = { start: first.of.end.start, end: second.of.begin.end }
    const hasText = marks.unmarked.some((one) => one.isText && one.start > start && one.end < end)
    return hasText ? { start, end, ends: first.of.end, begins: second.of.begin } : undefined
  }

  function sequence(
    holder: PDFRef,
    marks: Marks | undefined,
    mcid: number,
  ): { readonly at: number; readonly of: Sequence } | undefined {
    let known = indices.get(holder)
    if (known === undefined) {
      known = new Map(marks?.sequences.map((one, at) => [one.mcid, at]))
      indices.set(holder, known)
    }
    const at = known.get(mcid) ?? -1
    const of = marks?.sequences[at]
    return of && { at, of }
  }
}
