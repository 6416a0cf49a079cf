import type { Element, ElementContent } from 'hast'
import { element, text } from '../issue/index.js'
import { readHtml } from './read-html.js'

/** Temml's markup, which is well-formed, as a tree; attributes stay strings under their own names. */
export function readMathml(markup: string): ElementContent[] {
  const root = element('math', {})
  const open: Element[] = [root]
  for (const token of readHtml(markup)) {
    const parent = open.at(-1) ?? root
    if (token.kind === 'text') parent.children.push(text(token.value))
    else if (token.kind === 'close') open.pop()
    else if (token.kind === 'open') {
      const made = element(token.tag, Object.fromEntries(token.attributes))
      parent.children.push(made)
      if (!token.selfClosing) open.push(made)
    }
  }
  return root.children
}
