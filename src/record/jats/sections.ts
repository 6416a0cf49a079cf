import type { Element as HtmlElement, ElementContent as HtmlContent, Root } from 'hast'
import type { Element } from 'xast'
import { x, type XmlChild } from '../../issue/index.js'
import { blockAll } from './block.js'
import { idOf } from './html-element.js'
import { inlineAll } from './inline.js'

/** A section under way: its level, and what will be its content. */
interface Open {
  readonly level: number
  readonly attributes: { readonly id?: string | undefined }
  readonly title: HtmlElement | undefined
  readonly content: HtmlContent[]
  readonly sections: Element[]
}

/** Text with headings as nested `sec` elements, each heading its title. */
export function sections(tree: Root): Element[] {
  const root: Open = { level: 1, attributes: {}, title: undefined, content: [], sections: [] }
  const stack = [root]
  const close = (): void => {
    const done = stack.pop()
    if (done?.title) stack.at(-1)?.sections.push(finish(done))
  }
  for (const child of tree.children) {
    if (child.type === 'doctype') continue
    const level = child.type === 'element' ? /^h([2-6])$/.exec(child.tagName)?.[1] : undefined
    if (level === undefined || child.type !== 'element') {
      stack.at(-1)?.content.push(child)
      continue
    }
    while ((stack.at(-1)?.level ?? 0) >= Number(level)) close()
    stack.push({
      level: Number(level),
      attributes: { id: idOf(child) },
      title: child,
      content: [],
      sections: [],
    })
  }
  while (stack.length > 1) close()
  return [...blockAll(root.content), ...root.sections]
}

function finish({ attributes, title, content, sections: inner }: Open): Element {
  const children: XmlChild[] = [title && x('title', {}, inlineAll(title.children)), blockAll(content), inner]
  return x('sec', attributes, children)
}
