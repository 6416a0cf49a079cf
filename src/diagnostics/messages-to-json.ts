import type { VFile } from 'vfile'
import type { Bilingual, Severity } from './rule.js'
import { severityOf } from './report.js'
import { sortMessages } from './sort-messages.js'

/** One message as `--json` prints it, for editors and other programs. */
export interface JsonMessage {
  /** Path relative to the folder, with forward slashes. */
  readonly file: string
  /** 1-based; absent when the message is about the file as a whole. Columns count UTF-16 units. */
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly severity: Severity
  readonly rule: string
  readonly reason: Bilingual
  readonly note: Bilingual
}

/** The messages of all files, sorted, as plain data. */
export function messagesToJson(files: readonly VFile[]): JsonMessage[] {
  return sortMessages(files).map(({ file, message }) => {
    const end = message.place && 'end' in message.place ? message.place.end : undefined
    return {
      file: file.path,
      ...(message.line === undefined ? {} : { line: message.line }),
      ...(message.column === undefined ? {} : { column: message.column }),
      ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
      severity: severityOf(message),
      rule: message.ruleId ?? '',
      ...(message.bilingual ?? {
        reason: { en: message.reason, zh: message.reason },
        note: { en: message.note ?? '', zh: message.note ?? '' },
      }),
    }
  })
}
