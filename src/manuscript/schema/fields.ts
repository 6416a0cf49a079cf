import * as z from 'zod'
import type { Bilingual } from '../../diagnostics/index.js'
import type { PartialDate } from '../../issue/index.js'
import { type Expected, expectedDate, expectedKeys, expectedList } from './expected.js'

/** What an issue of the schema carries for the message. */
export interface Mismatch {
  readonly expected: Expected
  readonly value: unknown
  /** What is written, when its kind alone does not say what is wrong; completes “…, but is …” and “现在是……”. */
  readonly found?: Bilingual | undefined
}

/**
 * A value that is written as one scalar.
 *
 * @param read gives the value, or `undefined` when the text is not what is expected
 */
export function field<Value>(
  expected: Expected,
  read: (written: string) => Value | undefined,
): z.ZodType<Value> {
  return z.unknown().transform((written, context): Value => {
    const value = typeof written === 'string' ? read(written) : undefined
    if (value !== undefined) return value
    mismatch(context, expected, written)
    return z.NEVER
  })
}

/** Says that a value is not what is expected. */
export function mismatch(
  context: z.core.$RefinementCtx,
  expected: Expected,
  value: unknown,
  found?: Bilingual,
): void {
  context.issues.push({
    code: 'custom',
    input: value,
    params: { expected, value, found } satisfies Mismatch,
    message: expected.en,
    path: [],
  })
}

/**
 * A set of keys. A known key with nothing after its colon counts as not written, as in a form that was not filled in.
 * The message of an unknown key lists the known ones, parted by spaces.
 *
 * @param shorthand key that a bare text stands for
 */
export function group<Shape extends z.ZodRawShape>(
  shape: Shape,
  expected: Expected = expectedKeys,
  shorthand?: keyof Shape & string,
) {
  const known = Object.keys(shape)
  const keys = z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known.join(' ') : undefined),
  })
  return z
    .transform((written: unknown, context): unknown => {
      if (typeof written === 'string' && shorthand !== undefined) return { [shorthand]: written }
      if (typeof written !== 'object' || written === null || Array.isArray(written)) {
        mismatch(context, expected, written)
        return z.NEVER
      }
      return Object.fromEntries(
        Object.entries(written).filter(([key, value]) => value !== null || !known.includes(key)),
      )
    })
    .pipe(keys)
}

/** A list of values of one kind. */
export function list<Item extends z.ZodType>(item: Item, ofWhat: Expected) {
  return z
    .transform((written: unknown, context): unknown[] => {
      if (Array.isArray(written)) return written
      mismatch(context, expectedList(ofWhat), written)
      return z.NEVER
    })
    .pipe(z.array(item))
}

/** Text in one line: a line break in it was no more than a way to write it. */
export function singleLine(written: string): string {
  return written.replaceAll(/\s*\n\s*/g, ' ')
}

/** Whole number of at most six digits within bounds. */
export function wholeNumber(least: number, most: number): (written: string) => number | undefined {
  return (written) => {
    const value = /^\d{1,6}$/.test(written) ? Number(written) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }
}

/** Number with at most three decimals within bounds. */
export function decimal(least: number, most: number): (written: string) => number | undefined {
  return (written) => {
    const value = /^\d{1,6}(?:\.\d{1,3})?$/.test(written) ? Number(written) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }
}

/** `2026`, `2026-11` or `2026-11-05`, if the calendar has it. */
export function partialDate(written: string): PartialDate | undefined {
  const match = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written)
  if (!match) return undefined
  const [year = 0, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (month === undefined) return { year }
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return { year, month }
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day >= 1 && day <= days ? { year, month, day } : undefined
}

/** A date that stays as it was written. */
export const dateText = field(expectedDate, (written) => (partialDate(written) ? written : undefined))
