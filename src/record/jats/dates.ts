import { optional, type PartialDate, x, type XmlChild } from '../../issue/index.js'
import type { ArticleRecord } from '../issue-record.js'

/** `2026-11`, as far as the date goes (ISO 8601). */
export function isoDate({ year, month, day }: PartialDate): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

export function dateParts({ year, month, day }: PartialDate): XmlChild {
  const two = (part: number | undefined): string | undefined => part?.toString().padStart(2, '0')
  return [optional('day', two(day)), optional('month', two(month)), x('year', {}, year)]
}

export function history({ received, accepted }: ArticleRecord['metadata']): XmlChild {
  const dates = (
    [
      ['received', received],
      ['accepted', accepted],
    ] as const
  ).flatMap(([type, written]) => {
    const date = written === undefined ? undefined : parseDate(written)
    if (date === undefined) return []
    return [x('date', { 'date-type': type, 'iso-8601-date': isoDate(date) }, dateParts(date))]
  })
  return dates.length === 0 ? undefined : x('history', {}, dates)
}

function parseDate(written: string): PartialDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(written) ?? []
  if (year === undefined) return undefined
  return { year: Number(year), month: month ? Number(month) : undefined, day: day ? Number(day) : undefined }
}
