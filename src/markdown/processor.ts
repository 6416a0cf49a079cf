import remarkCjkFriendly from 'remark-cjk-friendly/parseOnly'
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/parseOnly'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { remarkAttributes } from './attributes.js'
import { remarkBareUrls } from './bare-urls.js'
import { remarkDefinitionList } from './definition-list.js'
import { remarkDefinitions } from './definitions.js'
import { remarkDirectives } from './directives.js'
import { remarkGfm } from './gfm.js'
import { remarkLiteralColons } from './literal-colons.js'
import { remarkRuby } from './ruby.js'

/**
 * Syntax first, then our transforms in order: colons before everything that looks at texts, definitions before images.
 * A single tilde is a Chinese range (5~10岁), so only `~~` strikes through.
 */
export const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough, { singleTilde: false })
  .use(remarkDirective)
  .use(remarkMath)
  .use(remarkDefinitionList)
  .use(remarkRuby)
  .use(remarkLiteralColons)
  .use(remarkDefinitions)
  .use(remarkBareUrls)
  .use(remarkAttributes)
  .use(remarkDirectives)
  .freeze()
