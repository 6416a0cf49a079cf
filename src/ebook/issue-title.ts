import type { IssueMetadata } from '../issue/index.js'

/** 刊名 2026年第11期. */
export function issueTitle({ periodical, issue }: IssueMetadata): string {
  const number = issue.number ?? issue.totalNumber
  return `${periodical.title} ${issue.year}年${number === undefined ? '' : `第${number}期`}`
}

/** The same for a reader of English, if the periodical has an English title: `Kanben 2026, no. 11`. */
export function issueTitleEn({ periodical, issue }: IssueMetadata): string | undefined {
  if (periodical.titleEn === undefined) return undefined
  const number = issue.number ?? issue.totalNumber
  return `${periodical.titleEn} ${issue.year}${number === undefined ? '' : `, no. ${number}`}`
}
