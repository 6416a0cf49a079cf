import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type * as z from 'zod'
import {
  type Bilingual,
  metadataKeyKnown,
  metadataRequired,
  metadataValue,
  nearestName,
  report,
} from '../diagnostics/index.js'
import { type CamelKeys, camelKeys } from './camel-keys.js'
import type { Mismatch } from './schema/fields.js'
import type { KeyPath, YamlRecord } from './yaml-record.js'

/**
 * Checks metadata against its schema and reports everything at once, each at the key or value it is about.
 *
 * @returns the metadata with keys in camelCase, or `undefined` when something is wrong
 */
export function checkMetadata<Schema extends z.ZodType>(
  file: VFile,
  record: YamlRecord,
  schema: Schema,
): CamelKeys<z.output<Schema>> | undefined {
  const result = schema.safeParse(record.value)
  if (result.success) return camelKeys(result.data)
  const { issues } = result.error
  const misspelt = new Set(issues.flatMap((issue) => proposals(issue).map(([, meant]) => nameOf(meant))))
  for (const issue of issues) explain(file, record, issue, misspelt)
  return undefined
}

/** The unknown keys that an issue tells of, each with the path that was probably meant. */
function proposals(issue: z.core.$ZodIssue): [key: string, meant: KeyPath][] {
  if (issue.code !== 'unrecognized_keys') return []
  const known = issue.message.split(' ') // `group` in schema/fields.ts lists them so
  return issue.keys.flatMap((key) => {
    const nearest = nearestName(key, known)
    return nearest === undefined ? [] : [[key, [...issue.path, nearest]] satisfies [string, KeyPath]]
  })
}

/** @param misspelt names that stand there under another spelling, so that they are not missing as well */
function explain(
  file: VFile,
  record: YamlRecord,
  issue: z.core.$ZodIssue,
  misspelt: ReadonlySet<string>,
): void {
  const { path } = issue
  const name = nameOf(path) || file.path
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ')
    const meant = new Map(proposals(issue))
    for (const key of issue.keys) {
      const nearest = meant.get(key)?.at(-1)
      report(file, metadataKeyKnown, record.keyPlace([...path, key]), {
        key,
        within: nameOf(path),
        nearest: nearest === undefined ? undefined : String(nearest),
        known,
      })
    }
    return
  }
  if (issue.code !== 'custom') throw new TypeError(`The schema told ${issue.code} at ${nameOf(path)}`)
  // `mismatch` in schema/fields.ts is the only maker of custom issues.
  const { expected, value, found } = issue.params as unknown as Mismatch
  if (value === undefined) {
    if (misspelt.has(nameOf(path))) return
    report(file, metadataRequired, missingPlace(record, path), { path: nameOf(path), expected })
  } else {
    const place = value === null ? (record.keyPlace(path) ?? record.valuePlace(path)) : record.valuePlace(path)
    report(file, metadataValue, place, {
      path: name,
      expected,
      found: found ?? describe(value),
      fix: expected.fix,
    })
  }
}

/** The key itself if it stands there with nothing after it, else the key or list item it should stand in. */
function missingPlace(record: YamlRecord, path: KeyPath): Position | Point | undefined {
  for (let length = path.length; length > 0; length--) {
    const around = path.slice(0, length)
    const key = record.keyPlace(around)
    if (key) return key
    if (record.at(around) !== undefined) return record.valuePlace(around)?.start
  }
  return record.valuePlace([])?.start
}

/** `authors[1].name`: as an editor counts, from 1. */
function nameOf(path: KeyPath): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step + 1}]` : index === 0 ? String(step) : `.${String(step)}`,
    )
    .join('')
}

function describe(value: unknown): Bilingual {
  if (value === null) return { en: 'empty', zh: '空的' }
  if (Array.isArray(value)) return { en: 'a list', zh: '列表' }
  if (typeof value === 'object') return { en: 'a set of keys', zh: '一组键' }
  const written = typeof value === 'string' ? value : JSON.stringify(value)
  const short = written.length > 40 ? `${written.slice(0, 40)}…` : written
  return /^-?\d+(?:\.\d+)?$/.test(written)
    ? { en: `the number ${short}`, zh: `数字 ${short}` }
    : { en: `the text “${short}”`, zh: `文字“${short}”` }
}
