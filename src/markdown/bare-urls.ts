import type { Parents, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { SKIP, visit } from 'unist-util-visit'
import { locator } from '../issue/index.js'
import type { Locate } from '../issue/index.js'
import { sourceOf } from './source-of.js'

const bareUrl = /(?<![\w/])https?:\/\/[A-Za-z0-9][\w\-.~:/?#[\]@!$&'()*+,;=%]*/g

/**
 * `http://…` and `https://…` in running text become links. A URL ends where the ASCII characters of RFC 3986 end, so
 * that Chinese text right behind it stays text; stops and unpaired brackets at its end do not belong to it.
 */
export function remarkBareUrls() {
  return (tree: Root, file: VFile): undefined => {
    const source = String(file)
    let locate: Locate | undefined
    visit(tree, (node) => {
      if (!('children' in node)) return undefined
      if (node.type === 'link' || node.type === 'linkReference') return SKIP
      if (!node.children.some((child) => child.type === 'text' && child.value.includes('://')))
        return undefined
      const point = (locate ??= locator(source))
      const children = node.children.flatMap((child): RootContent[] =>
        child.type === 'text' ? split(child, source, point) : [child],
      )
      // A text is replaced by texts and links, which stand wherever a text may.
      ;(node as Parents & { children: RootContent[] }).children = children
      return undefined
    })
  }
}

function split(text: Text, source: string, locate: Locate): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  // Offsets in the value are offsets in the source only when nothing was escaped or trimmed.
  const exact = sourceOf(source, text) === text.value
  const positionOf = (from: number, to: number): { position?: Position } => {
    const start = text.position?.start.offset
    if (!text.position || start === undefined) return {}
    return { position: exact ? { start: locate(start + from), end: locate(start + to) } : text.position }
  }
  let done = 0
  for (const match of text.value.matchAll(bareUrl)) {
    const url = withoutTail(match[0])
    const end = match.index + url.length
    if (match.index > done) {
      parts.push({
        type: 'text',
        value: text.value.slice(done, match.index),
        ...positionOf(done, match.index),
      })
    }
    const place = positionOf(match.index, end)
    parts.push({
      type: 'link',
      url,
      title: null,
      children: [{ type: 'text', value: url, ...place }],
      ...place,
    })
    done = end
  }
  if (done === 0) return [text]
  if (done < text.value.length) {
    parts.push({ type: 'text', value: text.value.slice(done), ...positionOf(done, text.value.length) })
  }
  return parts
}

function withoutTail(url: string): string {
  let end = url.length
  for (;;) {
    const last = url[end - 1] ?? ''
    const text = url.slice(0, end)
    if (/[?!.,:;*_~'[\]]/.test(last)) end--
    else if (last === ')' && count(text, ')') > count(text, '(')) end--
    else return text
  }
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1
}
