import type { Paragraph, Root } from 'mdast'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import {
  abstractOnce,
  lettersHalfWidth,
  markerPaired,
  paragraphIndent,
  report,
} from '../../diagnostics/index.js'
import type { Transformation } from '../transformation.js'

const marker = /\*\*|~~/g
const wideLetters = /[０-９Ａ-Ｚａ-ｚ]+/g

/** Indents written as U+3000, marks of emphasis without a partner, full-width digits and letters, and the abstract. */
export function checkText(tree: Root, { article, file, locate, source }: Transformation): void {
  const indented: Paragraph[] = []
  const wide: { readonly written: string; readonly offset: number }[] = []
  const abstracts: { readonly position?: Position | undefined }[] = []
  visit(tree, (node) => {
    if (node.type === 'paragraph') {
      const [first] = node.children
      if (first?.type === 'text' && first.value.startsWith('\u3000')) indented.push(node)
    } else if (node.type === 'containerDirective' && node.name === 'abstract') abstracts.push(node)
    if (node.type === 'text')
      for (const { 0: written, index } of node.value.matchAll(wideLetters))
        wide.push({ written, offset: (node.position?.start.offset ?? 0) + index })
    if (node.type === 'text' && (node.value.includes('**') || node.value.includes('~~'))) {
      const start = node.position?.start.offset ?? 0
      const written = source.slice(start, node.position?.end.offset)
      for (const match of written.matchAll(marker)) {
        if (written[match.index - 1] === '\\') continue
        report(file, markerPaired, locate(start + match.index), { marker: match[0] })
      }
    }
  })
  const [first] = wide
  if (first) {
    const { written, offset } = first
    const place = locate(Math.max(offset, source.indexOf(written, offset)))
    report(file, lettersHalfWidth, place, {
      written,
      proposal: written.normalize('NFKC'),
      others: wide.length - 1,
    })
  }
  if (indented.length > 0) {
    report(file, paragraphIndent, indented[0]?.position?.start, { count: indented.length })
  }
  const inText = abstracts.length
  if (inText > 1 || (inText === 1 && article.metadata.abstract)) {
    report(file, abstractOnce, abstracts.at(-1)?.position?.start, { inText })
  }
}
