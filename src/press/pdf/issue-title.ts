import type { IssueMetadata } from '../../issue/index.js'

/** Year and number as a periodical states them: 2026年第7卷第11期（总第83期）. */
export function numberText(issue: IssueMetadata['issue']): string {
  const { year, volume, number, totalNumber } = issue
  return [
    `${year}年`,
    volume === undefined ? '' : `第${volume}卷`,
    number === undefined ? '' : `第${number}期`,
    totalNumber === undefined ? '' : `（总第${totalNumber}期）`,
  ].join('')
}

/** Title of the file: periodical, year and number, title of the special feature. */
export function issueTitle(metadata: IssueMetadata): string {
  const { periodical, issue, feature } = metadata
  const number = issue.number === undefined ? '' : `第${issue.number}期`
  return [periodical.title, `${issue.year}年${number}`, feature?.title]
    .filter((part) => part !== undefined)
    .join(' ')
}
