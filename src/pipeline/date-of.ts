import type { Clock, IssueMetadata } from '../issue/index.js'

/**
 * The date of all outputs in seconds since 1970: `SOURCE_DATE_EPOCH`, else the issue's own date at midnight UTC, its first
 * month or day where it names none. The day of the build is never among them, so that builds can be repeated.
 */
export function dateOf(metadata: IssueMetadata, clock: Clock): number {
  const { year, month = 1, day = 1 } = metadata.issue.date
  return clock.sourceDateEpoch ?? Date.UTC(year, month - 1, day) / 1000
}
