import { z } from 'zod'
import { citationData, citationText } from '../citation/index.js'
import type { IssueRecord } from '../issue-record.js'
import { isoDate } from '../jats/index.js'
import { issueSchema, type IssueJson } from './issue-schema.js'

/** Name of the schema's file, beside `issue.json`. */
export const issueSchemaName = 'issue.schema.json'

/** `issue.json`, checked against its own schema. */
export function issueJson(issue: IssueRecord): string {
  const { metadata } = issue
  const { periodical, issue: number, feature } = metadata
  const value: IssueJson = {
    $schema: issueSchemaName,
    format: 'kanben-issue-1',
    id: metadata.id,
    language: metadata.language,
    periodical: { ...periodical, editors: periodical.editors && [...periodical.editors] },
    year: number.year,
    volume: number.volume,
    number: number.number,
    totalNumber: number.totalNumber,
    date: isoDate(number.date),
    feature,
    rights: metadata.rights,
    address: issue.address,
    pages: issue.pageCount,
    articles: issue.articles.map((article) => {
      const {
        authors,
        keywords,
        keywordsEn,
        references,
        markStyle: _,
        headingNumbers: __,
        ...own
      } = article.metadata
      return {
        id: article.id,
        manuscript: article.path,
        section: article.section,
        ...own,
        authors: authors.map((author) => ({ ...author, posts: author.posts && [...author.posts] })),
        keywords: [...keywords],
        keywordsEn: [...keywordsEn],
        firstPage: article.firstPage,
        lastPage: article.lastPage,
        references: references.map(({ id, text }) => ({ id, text })),
        citation: citationText(citationData(issue, article)),
      }
    }),
  }
  return `${JSON.stringify(issueSchema.parse(value), undefined, 2)}\n`
}

/** JSON Schema (draft 2020-12) of `issue.json`. */
export function issueJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(issueSchema), undefined, 2)}\n`
}

/** What keeps a text from being an `issue.json`, one sentence each; empty when it is one. */
export function issueJsonProblems(json: string): string[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return ['not JSON']
  }
  const result = issueSchema.safeParse(value)
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}
