import type { Parents } from 'hast'
import type { QuotationMarks } from '../marks/quotation-marks.js'

/**
 * Writes the marks of `q` into the text: what a style sheet generates is measured by nobody, stands twice where pages part
 * the quotation, and is lost to those who copy it.
 *
 * @param inner the quotation stands in another
 */
export function writeQuotes(tree: Parents, marks: QuotationMarks, inner = false): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    const isQuote = child.tagName === 'q'
    writeQuotes(child, marks, isQuote ? !inner : inner)
    if (!isQuote) continue
    const [open, close] = marks[inner ? "'" : '"']
    child.children = [{ type: 'text', value: open }, ...child.children, { type: 'text', value: close }]
  }
}
