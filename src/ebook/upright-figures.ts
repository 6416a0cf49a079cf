import type { ElementContent } from 'hast'

/** One or two figures that are no part of a longer number, a word or a formula. */
const short = /(?<![\w.,:/%+\-–])\d{1,2}(?![\w.,:/%+\-–])/g

/** Read across in a vertical book: what is written in Latin letters, and what the style sheet turns. */
const across = new Set(['math', 'svg', 'code', 'pre', 'table', 'figure', 'rt', 'rp'])

/** Puts short numbers into `span.upright`, so that they stand upright in vertical lines (CLREQ 3.2.3, 纵中横排). */
export function uprightFigures(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return split(node.value)
    if (node.type !== 'element') return [node]
    const { lang } = node.properties
    const isForeign = typeof lang === 'string' && !/^zh\b/.test(lang)
    if (across.has(node.tagName) || isForeign) return [node]
    return [{ ...node, children: uprightFigures(node.children) }]
  })
}

function split(value: string): ElementContent[] {
  const parts: ElementContent[] = []
  let end = 0
  for (const match of value.matchAll(short)) {
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) })
    const children = [{ type: 'text' as const, value: match[0] }]
    parts.push({ type: 'element', tagName: 'span', properties: { className: ['upright'] }, children })
    end = match.index + match[0].length
  }
  return end < value.length || parts.length === 0
    ? [...parts, { type: 'text', value: value.slice(end) }]
    : parts
}
