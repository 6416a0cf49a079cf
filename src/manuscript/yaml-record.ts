import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type { Alias, Document, ErrorCode, Node, Pair, Scalar } from 'yaml'
import { CST, isAlias, isCollection, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml'
import { controlCharactersAbsent, metadataKeyOnce, report, yamlSyntax } from '../diagnostics/index.js'
import { type Locate, locator } from '../issue/index.js'
import { explainYaml, neverClosed } from './yaml-problem.js'
import { joinFoldedLines } from './join-folded-lines.js'

/** Steps from the root to a value: keys, and 0-based numbers in lists. */
export type KeyPath = readonly PropertyKey[]

/** A YAML text as plain data that still knows its places. */
export interface YamlRecord {
  /**
   * Every scalar is the string that was written (a year is `'2026'`), or `null` when nothing was: what a value should
   * be is for the schema to say, not for YAML's guesses about numbers and dates.
   */
  readonly value: unknown
  /** The value at a path; `undefined` when there is none. */
  at(path: KeyPath): unknown
  /** Place of a value; of the nearest value around it when it is missing. */
  valuePlace(path: KeyPath): Position | undefined
  /** Place of a key; `undefined` when it is missing or a number in a list. */
  keyPlace(path: KeyPath): Position | undefined
}

/** Characters of YAML read at most: an issue of a thousand articles needs a tenth. */
const longest = 1_000_000
/** Syntax errors told at most; one slip is often read as many. */
const mostErrors = 5

/**
 * Reads YAML and reports what is wrong with its syntax, one message a line.
 *
 * @param text may be padded in front, so that its offsets are those of the file
 * @returns `undefined` when it cannot be read
 */
export function readYaml(file: VFile, text: string): YamlRecord | undefined {
  const locate = locator(text)
  if (text.length > longest) {
    report(file, yamlSyntax, locate(0), {
      problem: { en: 'The metadata is longer than a million characters', zh: '元数据超过一百万字' },
      fix: { en: 'Put the text of articles below the second ---', zh: '正文请放在第二个 --- 之后' },
    })
    return undefined
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    keepSourceTokens: true,
    prettyErrors: false,
    // The package compares each key with all others; the walk below does it with a map.
    uniqueKeys: false,
  })
  const lines = text.split('\n')
  const told = new Set<number>()
  const problem = (code: ErrorCode, offset: number): void => {
    const place = locate(offset)
    if (told.has(place.line) || told.size >= mostErrors) return
    told.add(place.line)
    report(file, yamlSyntax, place, explainYaml(code, lines[place.line - 1] ?? ''))
  }
  const opened = document.errors.length > 0 ? unclosed(document, text) : undefined
  if (opened !== undefined) {
    report(file, yamlSyntax, locate(opened), neverClosed)
    return undefined
  }
  for (const { code, pos } of [...document.errors, ...document.warnings]) problem(code, pos[0])
  if (told.size > 0) return undefined
  const walk = new Walk(file, locate, problem)
  const value = walk.read(document.contents, [])
  if (typeof value === 'string') problem('MULTILINE_IMPLICIT_KEY', offsetOf(document.contents))
  if (told.size > 0) return undefined
  return {
    value,
    at: (path) => path.reduce(child, value),
    valuePlace: (path) => walk.valuePlace(path),
    keyPlace: (path) => walk.keys.get(name(path)),
  }
}

/** Walks the document once: data out, places noted, doubled keys and aliases reported. */
class Walk {
  readonly keys = new Map<string, Position>()
  readonly #values = new Map<string, Position>()

  constructor(
    readonly file: VFile,
    readonly locate: Locate,
    readonly problem: (code: ErrorCode, offset: number) => void,
  ) {}

  valuePlace(path: KeyPath): Position | undefined {
    for (let length = path.length; length >= 0; length--) {
      const place = this.#values.get(name(path.slice(0, length)))
      if (place) return place
    }
    return undefined
  }

  read(node: Document['contents'] | unknown, path: KeyPath): unknown {
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      const place = this.#position(node)
      if (place) this.#values.set(name(path), place)
    }
    if (isScalar(node)) {
      const text = scalarText(node)
      // An escape between double quotes can say what the file itself must not hold.
      const [control] = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/u.exec(text ?? '') ?? []
      if (control !== undefined) {
        report(this.file, controlCharactersAbsent, this.#position(node), {
          codePoint: control.codePointAt(0) ?? 0,
        })
      }
      return text
    }
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]))
    if (isMap(node)) return this.#readMap(node.items, path)
    if (isAlias(node)) this.problem('BAD_ALIAS', offsetOf(node))
    return null
  }

  #readMap(pairs: readonly Pair[], path: KeyPath): unknown {
    const entries = new Map<string, unknown>()
    for (const { key, value } of pairs) {
      if (!isScalar(key) || typeof key.value !== 'string') {
        this.problem('NON_STRING_KEY', offsetOf(key))
        continue
      }
      const here = [...path, key.value]
      const place = this.#position(key)
      const earlier = this.keys.get(name(here))
      if (earlier) {
        report(this.file, metadataKeyOnce, place, { key: key.value, line: earlier.start.line })
        continue
      }
      if (place) this.keys.set(name(here), place)
      entries.set(key.value, this.read(value, here))
      if (value === null && place) this.#values.set(name(here), place)
    }
    return Object.fromEntries(entries)
  }

  #position(node: Node): Position | undefined {
    if (!node.range) return undefined
    const [start, end] = node.range
    return { start: this.locate(start), end: this.locate(Math.max(start, end)) }
  }
}

/** Offset of the first quotation mark or bracket that is not closed. */
function unclosed(document: Document.Parsed, text: string): number | undefined {
  let offset: number | undefined
  visit(document, (_, node) => {
    if (!(isScalar(node) || isCollection(node)) || !node.range) return undefined
    const [start, end] = node.range
    const opening = text[start] ?? ''
    const closing = { '"': '"', "'": "'", '[': ']', '{': '}' }[opening]
    if (closing === undefined || (isCollection(node) && !node.flow)) return undefined
    if (end > start + 1 && text[end - 1] === closing) return undefined
    offset = start
    return visit.BREAK
  })
  return offset
}

/** What was written, trimmed; `null` for nothing, `~` and `null`. */
function scalarText(scalar: Scalar): string | null {
  const value = foldedValue(scalar).trim()
  return value === '' || (scalar.type === 'PLAIN' && (value === '~' || value === 'null')) ? null : value
}

/** The value with no space where a line was broken between Chinese characters. */
function foldedValue(scalar: Scalar): string {
  const token = scalar.srcToken
  if (token && 'source' in token && scalar.type !== 'BLOCK_LITERAL' && token.source.includes('\n')) {
    const joined = CST.resolveAsScalar({ ...token, source: joinFoldedLines(token.source) })
    if (joined) return joined.value
  }
  // The failsafe schema reads every scalar as a string.
  return typeof scalar.value === 'string' ? scalar.value : ''
}

function offsetOf(node: unknown): number {
  const range = (node as Alias | undefined | null)?.range
  return range?.[0] ?? 0
}

function name(path: KeyPath): string {
  return JSON.stringify(path)
}

function child(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  return Reflect.get(value, step)
}
