import { bibtex, citationData, citationText, cslJson, ris } from './citation/index.js'
import { crossrefDeposit } from './crossref.js'
import { dublinCore } from './dublin-core.js'
import type { IssueRecord } from './issue-record.js'
import { issueJson, issueJsonSchema, issueSchemaName } from './issue/index.js'
import { articleXml } from './jats/index.js'

/** One file about the issue. */
export interface RecordFile {
  /** With forward slashes. */
  readonly name: string
  readonly text: string
}

/**
 * Everything that is said about the issue for other programs: article XML, `issue.json` with its schema, Dublin Core,
 * citations, and a Crossref deposit where there are DOIs.
 *
 * @param date seconds since 1970, of the deposit
 */
export function writeRecords(issue: IssueRecord, date: number): RecordFile[] {
  const citations = issue.articles.map((article) => citationData(issue, article))
  const deposit = crossrefDeposit(issue, date)
  return [
    ...issue.articles.map((article) => ({
      name: `jats/${article.id}.xml`,
      text: articleXml(issue, article),
    })),
    { name: 'issue.json', text: issueJson(issue) },
    { name: issueSchemaName, text: issueJsonSchema() },
    { name: 'dublin-core.xml', text: dublinCore(issue) },
    { name: 'citations.csl.json', text: `${JSON.stringify(citations.map(cslJson), undefined, 2)}\n` },
    { name: 'citations.ris', text: citations.map(ris).join('\r\n') },
    { name: 'citations.bib', text: citations.map(bibtex).join('\n') },
    { name: 'citations.txt', text: citations.map((data) => `${citationText(data)}\n`).join('') },
    ...(deposit === undefined ? [] : [{ name: 'crossref.xml', text: deposit }]),
  ]
}
