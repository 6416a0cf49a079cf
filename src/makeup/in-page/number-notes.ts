import type { MakeupRequest } from '../makeup-options.js'
import type { ArticleNodes } from './article-nodes.js'
import { noteMark } from './note-mark.js'

/**
 * Gives notes that restart on every page their numbers, at the notes and at their calls. Marks up to ㊿ are one
 * character wide like the ① of the galley, so that lines stay as they are; make-up's own check would tell.
 */
export function numberNotes(request: MakeupRequest, articles: readonly (ArticleNodes | undefined)[]): void {
  if (request.noteNumbers !== 'page') return
  for (const { parts } of request.plan.sheets) {
    let number = 0
    for (const { article, page } of parts) {
      const nodes = articles[article]
      for (const area of request.plan.articles[article]?.pages[page]?.notes ?? []) {
        for (const planned of area.notes) {
          const note = nodes?.galley.notes[planned.note]
          if (planned.list === 'opening' || planned.from > 0 || note === undefined) continue
          number++
          const element = nodes?.get(note.key)
          if (nodes && element) renumber(nodes.root, element, noteMark(number))
        }
      }
    }
  }
}

function renumber(root: HTMLElement, note: HTMLElement, mark: string): void {
  const calls = root.querySelectorAll(`a.note-call[href="#${CSS.escape(note.id)}"]`)
  for (const element of [...note.querySelectorAll('.note-number'), ...calls]) {
    const text = element.firstChild
    if (!(text instanceof Text)) continue
    text.data = mark
    if (mark >= '㉑' && /^[“‘]/.test(textBehind(element)?.data ?? '')) element.classList.add('kb-joined')
  }
}

/**
 * The text that follows an element. A line may end between ㉑ and a quotation mark and not between ① and one, an
 * ideograph and a letter to UAX #14 (LB19), so that the two are joined.
 */
function textBehind(element: Element): Text | undefined {
  let node: Node | null = element.nextSibling
  while (node && !(node instanceof Text)) node = node.firstChild
  return node ?? undefined
}
