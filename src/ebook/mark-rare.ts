import type { Element, ElementContent, Root, RootContent, Text } from 'hast'

/**
 * Characters that the fonts of reading systems often lack: Han beyond the 20,902 of Unicode 1.1 (CJK extensions,
 * later additions), Han of the private use area, and the numbers ㉑ to ㊿ in circles.
 */
const rare =
  /[\u3251-\u325F\u32B1-\u32BF\u3400-\u4DBF\u9FA6-\u9FFF\uE000-\uF8FF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+/gu

/** Puts rare characters into `span.rare`, so that the style sheet can set these alone in an embedded font. */
export function markRare(tree: Root): Root {
  return { ...tree, children: tree.children.flatMap(mark) }
}

function mark(node: RootContent): ElementContent[] {
  if (node.type === 'text') return split(node)
  if (node.type !== 'element') return []
  if (['math', 'svg', 'code', 'pre'].includes(node.tagName)) return [node]
  return [{ ...node, children: node.children.flatMap(mark) }]
}

function split(text: Text): (Text | Element)[] {
  const parts: (Text | Element)[] = []
  let end = 0
  for (const match of text.value.matchAll(rare)) {
    if (match.index > end) parts.push({ type: 'text', value: text.value.slice(end, match.index) })
    parts.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['rare'] },
      children: [{ type: 'text', value: match[0] }],
    })
    end = match.index + match[0].length
  }
  if (end === 0) return [text]
  return end < text.value.length ? [...parts, { type: 'text', value: text.value.slice(end) }] : parts
}
