import { toHtml } from 'hast-util-to-html'
import type { Article, Hypertext } from '../../../src/issue/index.js'
import { transformArticle } from '../../../src/hypertext/index.js'
import { parseArticle } from '../../../src/markdown/index.js'
import { articleOf, messagesOf } from '../markdown/article-of.js'

/** Markdown taken through parse and transform; `html` leaves out the places in the manuscript. */
export function hypertextOf(
  markdown: string,
  options: Parameters<typeof articleOf>[1] = {},
): {
  readonly html: string
  readonly messages: string[]
  readonly hypertext: Hypertext
  readonly article: Article<Hypertext>
} {
  const source = articleOf(markdown, options)
  const hypertext = transformArticle({ ...source, content: parseArticle(source) })
  return {
    html: htmlOf(hypertext.body),
    messages: messagesOf(source.file),
    hypertext,
    article: { ...source, content: hypertext },
  }
}

export function htmlOf(tree: Parameters<typeof toHtml>[0]): string {
  return toHtml(tree)
    .replace(/ data-source="[^"]*"/g, '')
    .replace(/>\n+</g, '><')
    .trim()
}
