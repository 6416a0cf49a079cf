import type { Root } from 'mdast'
import { nestingDepth, report } from '../diagnostics/index.js'
import { mapArticles } from '../issue/index.js'
import type { Article, Issue, Source } from '../issue/index.js'
import { nestingLimit, tooDeepLine, tooDeepNode } from './nesting.js'
import { processor } from './processor.js'

/**
 * Reads an article's Markdown. Positions are those of the file, its YAML block included; links and images carry their
 * URLs, directives, headings, images and math their `data.attributes`. Mistakes become messages on `article.file`,
 * whose value is the text that is read.
 *
 * @returns an empty tree when the text is nested too deeply to be read
 */
export function parseArticle(article: Article<Source>): Root {
  const { file, content } = article
  const line = tooDeepLine(content)
  if (line) {
    report(file, nestingDepth, line, { limit: nestingLimit })
    return { type: 'root', children: [] }
  }
  const tree = processor.parse(content)
  // A level of a list is two nodes, and a paragraph's text may stand one deeper.
  const node = tooDeepNode(tree, 3 * nestingLimit)
  if (node) {
    report(file, nestingDepth, node.position?.start, { limit: nestingLimit })
    return { type: 'root', children: [] }
  }
  // The transforms change the tree in place.
  processor.runSync(tree, file)
  return tree
}

/** Every article of the issue. */
export function parse(issue: Issue<Source>): Issue<Root> {
  return mapArticles(issue, parseArticle)
}
