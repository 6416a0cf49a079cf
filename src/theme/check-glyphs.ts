import type { Nodes, Root } from 'hast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { glyphAvailable, report } from '../diagnostics/index.js'
import { locator, type Issue, type Theme } from '../issue/index.js'
import { readCoverage } from './read-coverage.js'
import { inRanges, parseUnicodeRange, type CodeRange } from './unicode-range.js'
import { codePoints, isCode } from './used-characters.js'

type Role = 'song' | 'math' | 'mono'

/** Where a character first stands: in text set by a role, inside a block of the manuscript. */
interface Use {
  readonly role: Role
  readonly block: Point | undefined
}

/**
 * Reports every character that no face of its role's stack has, so that no text can fall back to a system font: one
 * `glyph-available` message for each such character and file, at its first place in the file. Articles are judged by
 * their trees and metadata, `issue.yaml` by its own text.
 */
export async function checkGlyphs(theme: Theme, issue: Issue<Root>): Promise<void> {
  const hasGlyph = glyphsOf(theme)
  for (const article of issue.articles) {
    const uses = new Map<string, Use & { readonly codePoint: number }>()
    const add = (text: string, role: Role, block: Point | undefined) => {
      for (const codePoint of codePoints(text)) {
        const key = `${role} ${codePoint}`
        if (!uses.has(key)) uses.set(key, { codePoint, role, block })
      }
    }
    for (const text of strings(article.metadata)) add(text, 'song', undefined)
    collect(article.content, 'song', undefined, add)
    await reportMissing(hasGlyph, article.file, uses.values())
  }
  const own = new Set(strings(issue.metadata).flatMap((text) => [...codePoints(text)]))
  await reportMissing(
    hasGlyph,
    issue.file,
    [...own].map((codePoint) => ({ codePoint, role: 'song' as const, block: undefined })),
  )
}

async function reportMissing(
  hasGlyph: HasGlyph,
  file: VFile,
  uses: Iterable<Use & { readonly codePoint: number }>,
): Promise<void> {
  const reported = new Set<number>()
  for (const { codePoint, role, block } of uses) {
    if (isInvisible(codePoint) || reported.has(codePoint)) continue
    if (await hasGlyph(role, codePoint)) continue
    reported.add(codePoint)
    const offsets = occurrences(String(file), String.fromCodePoint(codePoint))
    const place = offsets[0] === undefined ? block : locator(String(file))(offsets[0])
    report(file, glyphAvailable, place, { codePoint, others: Math.max(0, offsets.length - 1) })
  }
}

type HasGlyph = (role: Role, codePoint: number) => Promise<boolean>

/** Asks each character once: articles of an issue share most of theirs. */
function glyphsOf(theme: Theme): HasGlyph {
  const answers = new Map<string, Promise<boolean>>()
  const faces = { song: facesOf(theme, 'song'), math: facesOf(theme, 'math'), mono: facesOf(theme, 'mono') }
  return (role, codePoint) => {
    const key = `${role} ${codePoint}`
    const answer = answers.get(key) ?? isServed(faces[role], codePoint)
    answers.set(key, answer)
    return answer
  }
}

interface RangedFace {
  readonly files: readonly string[]
  readonly ranges: readonly CodeRange[] | undefined
}

/** The song stack is asked first: it has almost everything, and its coverage is cheap to read. */
function facesOf(theme: Theme, role: Role): RangedFace[] {
  const families = [...new Set([...(theme.roles.get('song') ?? []), ...(theme.roles.get(role) ?? [])])]
  return families
    .flatMap((family) => theme.faces.filter((face) => face.family === family))
    .map(({ files, unicodeRange }) => ({
      files,
      ranges: unicodeRange === undefined ? undefined : parseUnicodeRange(unicodeRange),
    }))
}

async function isServed(faces: readonly RangedFace[], codePoint: number): Promise<boolean> {
  for (const { files, ranges } of faces) {
    if (ranges && !inRanges(ranges, codePoint)) continue
    for (const file of files) if ((await readCoverage(file)).has(codePoint)) return true
  }
  return false
}

function collect(
  node: Nodes,
  role: Role,
  block: Point | undefined,
  add: (text: string, role: Role, block: Point | undefined) => void,
): void {
  if (node.type === 'text') return add(node.value, role, block)
  if (node.type !== 'element' && node.type !== 'root') return
  let innerRole = role
  let innerBlock = block
  if (node.type === 'element') {
    if (node.tagName === 'annotation') return
    if (node.tagName === 'math') innerRole = 'math'
    else if (isCode(node)) innerRole = 'mono'
    innerBlock = startOf(node.properties['dataSource']) ?? block
  }
  for (const child of node.children) collect(child, innerRole, innerBlock, add)
}

/** `data-source="line:col-line:col"` → its start. */
function startOf(source: unknown): Point | undefined {
  const match = typeof source === 'string' ? /^(\d+):(\d+)/.exec(source) : null
  return match ? { line: Number(match[1]), column: Number(match[2]) } : undefined
}

/** Code points that browsers do not draw, so that no face needs them (Unicode Default_Ignorable_Code_Point, controls). */
function isInvisible(codePoint: number): boolean {
  return /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(String.fromCodePoint(codePoint))
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

function occurrences(text: string, character: string): number[] {
  const offsets = []
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + character.length))
    offsets.push(at)
  return offsets
}
