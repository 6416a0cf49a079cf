import type { PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { visit } from 'unist-util-visit'
import { sourceOf } from './source-of.js'

/**
 * Turns what only looks like a text directive back into text: `16:9a`, `注：:abc`, `http://host:80/`, and every name
 * that is not made of ASCII letters. Neighbouring texts become one node.
 */
export function remarkLiteralColons() {
  return (tree: Root, file: VFile): undefined => {
    const source = String(file)
    visit(tree, (node) => {
      if (!('children' in node)) return
      if (!node.children.some((child) => child.type === 'textDirective')) return
      const children = node.children.flatMap((child): RootContent[] =>
        child.type === 'textDirective' && !isDirective(child, source) ? literal(child, source) : [child],
      )
      // Only texts and phrasing content take the places of phrasing content.
      node.children = joinTexts(children)
    })
  }
}

function isDirective(node: TextDirective, source: string): boolean {
  const next = sourceOf(source, node)[1 + node.name.length]
  return /^[A-Za-z]/.test(node.name) && (next === '[' || next === '{')
}

function literal(node: TextDirective, source: string): RootContent[] {
  const { position } = node
  const written = sourceOf(source, node)
  const first = node.children[0]?.position?.start
  const last = node.children.at(-1)?.position?.end
  if (!position || first?.offset === undefined || last?.offset === undefined) {
    return [{ type: 'text', value: written, ...(position ? { position } : {}) }]
  }
  const before = source.slice(position.start.offset, first.offset)
  const after = source.slice(last.offset, position.end.offset)
  const inner: PhrasingContent[] = node.children
  return [
    { type: 'text', value: before, position: { start: position.start, end: first } },
    ...inner,
    { type: 'text', value: after, position: { start: last, end: position.end } },
  ]
}

function joinTexts(children: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = []
  for (const child of children) {
    const last = joined.at(-1)
    if (last?.type === 'text' && child.type === 'text') joined.splice(-1, 1, join(last, child))
    else joined.push(child)
  }
  return joined
}

function join(first: Text, second: Text): Text {
  const text: Text = { type: 'text', value: first.value + second.value }
  if (first.position && second.position) {
    text.position = { start: first.position.start, end: second.position.end }
  }
  return text
}
