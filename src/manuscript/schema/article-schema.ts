import { expectedAuthor, expectedReference, expectedText } from './expected.js'
import { dateText, group, list } from './fields.js'
import { email, flag, line, lines, oneOf, referenceId, text } from './text-fields.js'

const author = group(
  {
    name: line,
    'name-en': line.optional(),
    affiliation: line.optional(),
    position: line.optional(),
    posts: list(line, expectedText).optional(),
    orcid: line.optional(),
    email: email.optional(),
    corresponding: flag.optional(),
    bio: text.optional(),
  },
  expectedAuthor,
)

const reference = group({ id: referenceId.optional(), text: line }, expectedReference, 'text')

/** What the metadata of an article may say (docs/manuscript.md). */
export const articleSchema = group({
  title: line,
  subtitle: line.optional(),
  'title-en': line.optional(),
  kind: oneOf(['article', 'editors-note', 'interview', 'review', 'news']).optional(),
  authors: list(author, expectedAuthor).optional(),
  abstract: text.optional(),
  'abstract-en': text.optional(),
  keywords: lines.optional(),
  'keywords-en': lines.optional(),
  clc: line.optional(),
  'document-code': line.optional(),
  'article-id': line.optional(),
  doi: line.optional(),
  received: dateText.optional(),
  accepted: dateText.optional(),
  funding: text.optional(),
  editor: line.optional(),
  'heading-numbers': oneOf(['chinese', 'decimal']).optional(),
  'mark-style': oneOf(['full', 'kaiming', 'half-at-end']).optional(),
  references: list(reference, expectedReference).optional(),
})
