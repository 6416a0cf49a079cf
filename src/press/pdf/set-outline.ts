import { PDFDict, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import type { OutlineEntry } from '../outline-entry.js'
import type { FinishingStep } from './finishing.js'

/**
 * The outline (ISO 32000-1, 12.3.3): sections, their articles, the articles' headings. Articles stand closed, so that
 * the whole issue is seen at one glance.
 *
 * @throws Error when an entry's target has no destination
 */
export const setOutline: FinishingStep = (document, { outline }) => {
  const { catalog, context } = document
  catalog.delete(PDFName.of('Outlines'))
  if (outline.length === 0) return
  const destinations = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const root = context.nextRef()

  const write = (entries: readonly OutlineEntry[], parent: PDFRef, depth: number): void => {
    const refs = entries.map(() => context.nextRef())
    entries.forEach((entry, index) => {
      const dest = destinations?.get(PDFName.of(entry.target))
      const ref = refs[index]
      if (dest === undefined || ref === undefined) {
        throw new Error(`The outline leads to ${entry.target}, which has no destination in the printed file`)
      }
      const item = context.obj({})
      item.set(PDFName.of('Title'), PDFHexString.fromText(entry.title))
      item.set(PDFName.of('Parent'), parent)
      item.set(PDFName.of('Dest'), dest)
      link(item, 'Prev', refs[index - 1])
      link(item, 'Next', refs[index + 1])
      context.assign(ref, item)
      if (entry.children.length === 0) return
      write(entry.children, ref, depth + 1)
      // A negative count means closed.
      item.set(
        PDFName.of('Count'),
        context.obj(depth === 0 ? visible(entry.children, 1) : -entry.children.length),
      )
    })
    const holder = context.lookup(parent, PDFDict)
    link(holder, 'First', refs[0])
    link(holder, 'Last', refs.at(-1))
  }

  context.assign(root, context.obj({ Type: 'Outlines', Count: visible(outline, 0) }))
  write(outline, root, 0)
  catalog.set(PDFName.of('Outlines'), root)
}

/** Entries seen when only the first level stands open. */
function visible(entries: readonly OutlineEntry[], depth: number): number {
  return entries.reduce((sum, entry) => sum + 1 + (depth === 0 ? visible(entry.children, 1) : 0), 0)
}

function link(dict: PDFDict, key: string, ref: PDFRef | undefined): void {
  if (ref !== undefined) dict.set(PDFName.of(key), ref)
}
