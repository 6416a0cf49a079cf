import * as z from 'zod'
import { coverSheet } from './cover-sheet.js'
import {
  expectedCount,
  expectedDate,
  expectedEntry,
  expectedJump,
  expectedSection,
  expectedSwitch,
  expectedWord,
  expectedYear,
} from './expected.js'
import { field, group, list, mismatch, partialDate, wholeNumber } from './fields.js'
import { email, fileId, flag, language, line, lines, oneOf, text, themeName, url } from './text-fields.js'

const starts = oneOf(['page', 'recto', 'run-on'])
const year = field(expectedYear, wholeNumber(1000, 9999))
const count = field(expectedCount, wholeNumber(1, 999_999))

/** Whether a kind of output is made; its options may stand in place of `true`. */
const output = z.unknown().transform((written, context): boolean => {
  if (written === 'true' || (typeof written === 'object' && written !== null && !Array.isArray(written))) return true
  if (written !== 'false') mismatch(context, expectedSwitch, written)
  return false
})

/** Options in place of `true`; `null` stands for `false`. */
const optional = z.transform((written: unknown, context): unknown => {
  if (written === 'true') return {}
  if (typeof written === 'object' && written !== null && !Array.isArray(written)) return written
  if (written !== 'false') mismatch(context, expectedSwitch, written)
  return null
})

const ebook = optional.pipe(
  group({
    vertical: flag.optional(),
    duokan: flag.optional(),
    'formula-pictures': flag.optional(),
    onix: flag.optional(),
    'image-size': field(expectedCount, wholeNumber(200, 10_000)).optional(),
  }).nullable(),
)

const marks = ['crop', 'registration', 'colour-bar', 'slug'] as const

const press = optional.pipe(
  group({
    profile: line.optional(),
    intent: oneOf(['perceptual', 'relative', 'saturation', 'absolute']).optional(),
    'black-point-compensation': flag.optional(),
    marks: list(oneOf(marks), expectedWord(marks)).optional(),
    cover: coverSheet.optional(),
  }).nullable(),
)

const periodical = group({
  title: line,
  'title-en': line.optional(),
  issn: line.optional(),
  cn: line.optional(),
  supervisor: line.optional(),
  sponsor: line.optional(),
  publisher: line.optional(),
  'editor-in-chief': line.optional(),
  editors: lines.optional(),
  frequency: line.optional(),
  founded: year.optional(),
  address: line.optional(),
  postcode: line.optional(),
  telephone: line.optional(),
  email: email.optional(),
  url: url.optional(),
  printer: line.optional(),
  distributor: line.optional(),
  price: line.optional(),
})

/** Where the rest of an article stands (转页). */
const jump = group({ pages: count, after: line }, expectedJump)

const entry = group({ file: line, start: starts.optional(), jump: jump.optional() }, expectedEntry, 'file')

/** What `issue.yaml` may say (docs/manuscript.md). */
export const issueSchema = group({
  id: fileId,
  language: language.optional(),
  theme: themeName.optional(),
  periodical,
  issue: group({
    year,
    volume: count.optional(),
    number: count.optional(),
    'total-number': count.optional(),
    doi: line.optional(),
    date: field(expectedDate, partialDate),
  }),
  feature: group({ title: line, 'title-en': line.optional(), introduction: text.optional() }).optional(),
  cover: group({ image: line.optional() }).optional(),
  rights: text.optional(),
  subjects: lines.optional(),
  'article-start': starts.optional(),
  contents: list(
    group({ section: line, articles: list(entry, expectedEntry) }, expectedSection),
    expectedSection,
  ),
  output: group({
    reading: output.optional(),
    ebook: ebook.optional(),
    press: press.optional(),
    web: output.optional(),
    archive: output.optional(),
  }).optional(),
})
