import type { ElementContent, Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { mapArticles } from '../issue/index.js'
import type { Article, Hypertext, Issue, Note } from '../issue/index.js'
import { checkCitations } from './checks/citations.js'
import { checkDescriptions } from './checks/descriptions.js'
import { checkHeadings } from './checks/headings.js'
import { checkNoteCalls, checkNoteTexts } from './checks/notes.js'
import { checkTables } from './checks/tables.js'
import { checkText } from './checks/text.js'
import { handlers } from './handlers/index.js'
import { resolveArticleMetadata, resolveIssueMetadata } from './marks/resolve-metadata.js'
import { noteMark } from './note-mark.js'
import { curly, quotationMarks } from './marks/quotation-marks.js'
import { markWestern } from './passes/mark-western.js'
import { nestHtml } from './passes/nest-html.js'
import { partNames } from './passes/part-names.js'
import { placeBlocks } from './passes/place-blocks.js'
import { scopeHeaders } from './passes/scope-headers.js'
import { writeQuotes } from './passes/write-quotes.js'
import { splitEmphasis } from './passes/split-emphasis.js'
import { beginTransformation } from './transformation.js'

/**
 * Turns an article's Markdown into hypertext with the classes of the contract (ARCHITECTURE.md). Its mistakes become
 * messages on `article.file`. Where its cross references lead can be said only when all articles are there: the edition
 * checks and resolves them.
 *
 * @param language of the text, BCP 47: its quotation marks differ
 */
export function transformArticle(article: Article<Root>, language = 'zh-Hans-CN'): Hypertext {
  const transformation = beginTransformation(article, language)
  const tree = article.content
  checkDescriptions(tree, transformation)
  checkHeadings(tree, transformation)
  checkNoteCalls(tree, transformation)
  checkTables(tree, transformation)
  checkText(tree, transformation)

  const marks = quotationMarks(language) ?? curly
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers: handlers(transformation) })
    .freeze()
  const convert = (root: Root): HastRoot => {
    const hast = processor.runSync(root)
    nestHtml(hast, transformation)
    markWestern(hast)
    writeQuotes(hast, marks)
    splitEmphasis(hast)
    partNames(hast)
    scopeHeaders(hast)
    placeBlocks(hast)
    return hast
  }
  const body = convert(tree)
  const notes: Note[] = []
  // A note may call further notes, which then join the end of the list.
  for (const { definition, calls } of transformation.notes.called) {
    const number = notes.length + 1
    const content = convert({ type: 'root', children: definition.children }).children
    notes.push({
      id: `note-${number}`,
      mark: noteMark(number),
      calls,
      // A converted root of ours has no doctype.
      content: content as ElementContent[],
      position: definition.position,
    })
  }
  checkNoteTexts(transformation)
  checkCitations(transformation)
  const { targets, assetUses, references } = transformation
  return { body, notes, targets, assetUses, references }
}

/** Every article of the issue; the marks in its metadata are resolved as those of the text are. */
export function transform(issue: Issue<Root>): Issue<Hypertext> {
  const { language } = issue.metadata
  const { metadata, articles, ...rest } = mapArticles(issue, (article) => transformArticle(article, language))
  return {
    ...rest,
    metadata: resolveIssueMetadata(metadata),
    articles: articles.map((article) => ({
      ...article,
      metadata: resolveArticleMetadata(article.metadata, language),
    })),
  }
}
