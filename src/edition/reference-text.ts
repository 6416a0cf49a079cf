import { targetLabel, type Target } from '../issue/index.js'

/**
 * What a cross reference without text of its own reads: 图1, 表2, 式（1）; headings, boxes and whatever has no number by
 * their titles in quotation marks. Numbers count within one article, so that a reference from another article names
 * that article in its sentence.
 */
export function referenceText(target: Target): string {
  return targetLabel(target) ?? `“${target.title.replaceAll('“', '‘').replaceAll('”', '’')}”`
}

/** An article as a reference names it: 《》, in which 《》 become 〈〉 (GB/T 15834—2011 §4.15). */
export function bookTitle(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}
