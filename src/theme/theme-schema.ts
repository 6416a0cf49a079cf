import { z } from 'zod'
import { PX_PER_MM } from '../issue/index.js'

const PX_PER_UNIT = { px: 1, pt: 4 / 3, mm: PX_PER_MM } as const

/** A length such as `10.5 pt`, `22 px` or `210 mm`, read as CSS px. */
const length = z
  .string()
  .regex(/^\d+(\.\d+)?\s*(px|pt|mm)$/, 'expected a length such as "10.5 pt", "22 px" or "18.5 mm"')
  .transform((text) => {
    const unit = text.slice(-2) as keyof typeof PX_PER_UNIT // the pattern allows no other
    return parseFloat(text) * PX_PER_UNIT[unit]
  })

const percent = z.number().min(0).max(100)

/** Longer names are beyond what a PDF may hold (ISO 32000-1, annex C.2). */
const longestName = 127

/** Names that PDF keeps for the plates of four-colour print, for all plates and for none (ISO 32000-1, 8.6.6.4). */
const keptNames = new Set(['all', 'none', 'cyan', 'magenta', 'yellow', 'black'])

const spot = z
  .string()
  .regex(/^\S(?:.*\S)?$/, 'expected the name of an ink, such as "PANTONE 186 C"')
  .refine((name) => Buffer.byteLength(name) <= longestName, `longer than ${longestName} bytes`)
  .refine(
    (name) => !keptNames.has(name.toLowerCase()),
    'PDF keeps this name for itself: a spot colour needs another',
  )

const colour = z
  .strictObject({
    rgb: z.string().regex(/^#[0-9a-f]{6}$/, 'expected #rrggbb in lower case'),
    cmyk: z.tuple([percent, percent, percent, percent]),
    spot: spot.optional(),
    tint: percent.optional(),
  })
  .refine((value) => value.tint === undefined || value.spot !== undefined, 'only a spot colour has a tint')
  .transform(({ spot: name, tint = 100, ...rest }) => ({
    ...rest,
    ...(name === undefined ? {} : { spot: { name, tint } }),
  }))

const face = z
  .strictObject({
    weight: z.number().int().min(100).max(900).default(400),
    style: z.enum(['normal', 'italic']).default('normal'),
    package: z.string().optional(),
    file: z.string().optional(),
    stylesheet: z.string().optional(),
    'unicode-range': z
      .string()
      .regex(
        /^\s*u\+[0-9a-f?]+(-[0-9a-f]+)?(\s*,\s*u\+[0-9a-f?]+(-[0-9a-f]+)?)*\s*$/i,
        'expected U+20-7E, U+A0',
      )
      .optional(),
    scale: z.number().min(0.5).max(2).optional(),
    axes: z
      .record(
        z.string().regex(/^[A-Za-z][A-Za-z0-9]{3}$/, 'expected the tag of an axis, such as wght'),
        z.number(),
      )
      .optional(),
  })
  .refine(
    (value) => (value.file === undefined) !== (value.stylesheet === undefined),
    'give either file or stylesheet',
  )

/** A size such as `600 kB`, read as bytes. */
const kilobytes = z
  .string()
  .regex(/^\d{1,6}\s*kB$/, 'expected a size such as "600 kB"')
  .transform((text) => parseInt(text, 10) * 1000)

/** Line pitches, to a hundredth. */
const lines = z.number().min(0).max(10)

const ident = /^[a-z][a-z0-9-]*$/

/** What `theme.yaml` may say. */
export const themeSchema = z.strictObject({
  page: z.strictObject({ trim: z.strictObject({ width: length, height: length }), bleed: length }),
  'type-area': z.strictObject({
    'body-size': length,
    characters: z.number().int().min(5).max(80),
    indent: z.number().min(0).max(4).optional(),
    lines: z.number().int().min(5).max(120),
    columns: z.number().int().min(1).max(4),
    'column-gap': z.number().min(0).max(10),
    pitch: length,
    'margin-top': length,
    'margin-inner': length,
  }),
  notes: z
    .strictObject({
      at: z.enum(['column', 'page']).default('column'),
      numbers: z.enum(['page', 'article']).default('page'),
      separator: lines.default(1),
      gap: lines.default(0),
    })
    .prefault({}),
  lines: z
    .strictObject({
      by: z.enum(['composer', 'browser']).default('browser'),
      marks: z.enum(['full', 'kaiming', 'half-at-end']).default('half-at-end'),
      hanging: z.enum(['none', 'needed', 'all']).default('none'),
      prohibition: z.enum(['basic', 'gb', 'strict']).default('strict'),
      'first-mark': z.enum(['flush', 'full']).default('flush'),
      autospace: z.number().min(0.125).max(0.5).default(0.125),
      hyphens: z
        .strictObject({
          word: z.number().int().min(4).max(30).default(6),
          before: z.number().int().min(2).max(10).default(2),
          after: z.number().int().min(2).max(10).default(3),
        })
        .or(z.literal('none').transform(() => null))
        .prefault({}),
    })
    .transform(({ 'first-mark': firstMark, ...rest }) => ({ ...rest, firstMark }))
    .prefault({}),
  'line-metrics': z.strictObject({ ascent: z.number().min(0.3).max(2), descent: z.number().min(0).max(1) }),
  'article-start': z.enum(['page', 'recto', 'run-on']).default('page'),
  ebook: z.strictObject({ 'font-budget': kilobytes }).optional(),
  colours: z.record(z.string().regex(ident), colour),
  faces: z.record(z.string().regex(ident), z.array(face).min(1)),
  roles: z
    .record(z.string().regex(ident), z.array(z.string()).min(1))
    .refine((roles) => roles['song'] !== undefined, 'the role song is required'),
})

export type ThemeFile = z.output<typeof themeSchema>
export type FaceFile = z.output<typeof face>
