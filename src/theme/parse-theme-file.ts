import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { LineCounter, isNode, parseDocument, type Document } from 'yaml'
import { report, themeValid } from '../diagnostics/index.js'
import { findInkProblems } from './find-ink-problems.js'
import { findTypeAreaProblems } from './find-type-area-problems.js'
import { themeSchema, type ThemeFile } from './theme-schema.js'

export interface ParsedTheme {
  readonly settings: ThemeFile
  /** Where the value at a path of keys stands. */
  readonly placeOf: (path: readonly (string | number)[]) => Point
}

/** Reads `theme.yaml` against its schema; every error is a message with its place on the file. */
export function parseThemeFile(file: VFile): ParsedTheme | undefined {
  const lines = new LineCounter()
  const document = parseDocument(String(file), { lineCounter: lines })
  const place = (offset: number): Point => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col, offset }
  }
  for (const error of document.errors) {
    report(file, themeValid, place(error.pos[0]), { key: '', problem: error.message.split('\n')[0] ?? '' })
  }
  if (document.errors.length > 0) return undefined

  const result = themeSchema.safeParse(document.toJS())
  const placeOf = (path: readonly (string | number)[]): Point => place(offsetOf(document, path))
  if (result.success) {
    const settings = result.data
    const problems = [...roleProblems(settings), ...inkProblems(settings), ...typeAreaProblems(settings)]
    for (const { path, problem } of problems)
      report(file, themeValid, placeOf(path), { key: path.join('.'), problem })
    return problems.length === 0 ? { settings, placeOf } : undefined
  }
  for (const issue of result.error.issues) {
    const path = issue.path.filter((key) => typeof key !== 'symbol')
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
    const spots = keys.length > 0 ? keys.map((key) => [...path, key]) : [path]
    for (const spot of spots) {
      report(file, themeValid, placeOf(spot), {
        key: spot.join('.'),
        problem: keys.length > 0 ? 'unknown key' : issue.message,
      })
    }
  }
  return undefined
}

/** What is wrong with the value at a path. */
interface ThemeProblem {
  readonly path: readonly string[]
  readonly problem: string
}

/** A role names families of `faces`, and ends with the family that has every character: that of the song face. */
function roleProblems({ roles, faces }: ThemeFile): ThemeProblem[] {
  const last = roles['song']?.at(-1)
  return Object.entries(roles).flatMap(([role, stack]) => {
    const unknown = stack.find((family) => faces[family] === undefined)
    if (unknown === undefined && stack.at(-1) === last) return []
    const problem =
      unknown === undefined
        ? `must end with ${last}, which has every character`
        : `no face is called ${unknown}`
    return [{ path: ['roles', role], problem }]
  })
}

function inkProblems({ colours }: ThemeFile): ThemeProblem[] {
  const problems = findInkProblems(new Map(Object.entries(colours)))
  return problems.map(({ name, problem }) => ({ path: ['colours', name], problem }))
}

function typeAreaProblems(settings: ThemeFile): ThemeProblem[] {
  return findTypeAreaProblems(settings).map(({ key, problem }) => ({ path: ['type-area', key], problem }))
}

/** Where the value at a path stands, or the nearest one around it that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
