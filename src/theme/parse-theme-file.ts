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
  if (result.success) {
    const haveRoles = checkRoles(file, document, result.data, place)
    const haveInks = checkInks(file, document, result.data, place)
    const haveRoom = checkTypeArea(file, document, result.data, place)
    return haveRoles && haveInks && haveRoom
      ? { settings: result.data, placeOf: (path) => place(offsetOf(document, path)) }
      : undefined
  }
  for (const issue of result.error.issues) {
    const path = issue.path.filter((key) => typeof key !== 'symbol')
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
    const spots = keys.length > 0 ? keys.map((key) => [...path, key]) : [path]
    for (const spot of spots) {
      report(file, themeValid, place(offsetOf(document, spot)), {
        key: spot.join('.'),
        problem: keys.length > 0 ? 'unknown key' : issue.message,
      })
    }
  }
  return undefined
}

/** A role names families of `faces`, and ends with the family that has every character: that of the song face. */
function checkRoles(
  file: VFile,
  document: Document,
  settings: ThemeFile,
  place: (offset: number) => Point,
): boolean {
  const last = settings.roles['song']?.at(-1)
  let sound = true
  for (const [role, stack] of Object.entries(settings.roles)) {
    const unknown = stack.find((family) => settings.faces[family] === undefined)
    if (unknown === undefined && stack.at(-1) === last) continue
    sound = false
    const problem =
      unknown === undefined
        ? `must end with ${last}, which has every character`
        : `no face is called ${unknown}`
    report(file, themeValid, place(offsetOf(document, ['roles', role])), { key: `roles.${role}`, problem })
  }
  return sound
}

function checkInks(
  file: VFile,
  document: Document,
  settings: ThemeFile,
  place: (offset: number) => Point,
): boolean {
  const problems = findInkProblems(new Map(Object.entries(settings.colours)))
  for (const { name, problem } of problems)
    report(file, themeValid, place(offsetOf(document, ['colours', name])), {
      key: `colours.${name}`,
      problem,
    })
  return problems.length === 0
}

function checkTypeArea(
  file: VFile,
  document: Document,
  settings: ThemeFile,
  place: (offset: number) => Point,
): boolean {
  const problems = findTypeAreaProblems(settings)
  for (const { key, problem } of problems)
    report(file, themeValid, place(offsetOf(document, ['type-area', key])), {
      key: `type-area.${key}`,
      problem,
    })
  return problems.length === 0
}

/** Where the value at a path stands, or the nearest one around it that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
